"""Whether the other tests call all that there is."""
import botocore.exceptions

from story import CALLED, Story, new_client


class Whole(Story):
    def test_nothing_that_the_endpoint_has_is_left_out(self):
        """Asks for every operation of Route 53's model with made-up parameters: what the endpoint knows
        must have been called by the tests before."""
        called, known = set(CALLED), set()
        asker = new_client(parameter_validation=False)
        for name in asker.meta.service_model.operation_names:
            made_up = example(asker.meta.service_model.operation_model(name).input_shape)
            try:
                asker._make_api_call(name, made_up)
                known.add(name)
            except botocore.exceptions.ClientError as error:
                if error.response["Error"]["Code"] != "UnknownOperation":
                    known.add(name)
        self.assertIn("ChangeResourceRecordSets", known)
        self.assertEqual(set(), known - called, "operations that the endpoint has and this file does not call")


def example(shape):
    """The least that botocore can write for a shape; wrong in meaning, so that nothing is changed by it."""
    if shape is None:
        return {}
    if shape.type_name == "structure":
        return {member: example(shape.members[member]) for member in shape.required_members}
    if shape.type_name == "list":
        return [example(shape.member)]
    return {"integer": 1, "long": 1, "boolean": False}.get(shape.type_name, "none")
