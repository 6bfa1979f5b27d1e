"""Debian's boto3 against the embedded Route 53: every operation that it has, paginators, waiters and exceptions.

Run by Boto3IT:  /usr/bin/python3 boto3_client.py http://127.0.0.1:PORT
The endpoint has the zones example.com=ZEXAMPLE and example.net=ZOTHER.
"""
import sys
import unittest

import boto3
import botocore.config
import botocore.exceptions

ENDPOINT = sys.argv.pop()
CALLED = set()


def new_client(**settings):
    client = boto3.client("route53", endpoint_url=ENDPOINT, config=botocore.config.Config(
        retries={"total_max_attempts": 1}, **settings))
    client.meta.events.register("before-call.route53", lambda model, **_: CALLED.add(model.name))
    return client


def record(name, kind, *values, ttl=60, **more):
    return {"Name": name, "Type": kind, "TTL": ttl, "ResourceRecords": [{"Value": value} for value in values], **more}


class Story(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.route53 = new_client()

    def change(self, *changes, zone="ZEXAMPLE", comment=""):
        return self.route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={
            "Comment": comment, "Changes": [{"Action": action, "ResourceRecordSet": set} for action, set in changes]})

    def create(self, *sets):
        """Creates them for the length of one test."""
        self.change(*[("CREATE", set) for set in sets])
        self.addCleanup(lambda: self.change(*[("DELETE", set) for set in reversed(sets)]))

    def refused(self, error, status, *, message=None):
        """The with block ends in this exception class of the client's model, not only in a ClientError."""
        story = self

        class Refused:
            def __enter__(self):
                return self

            def __exit__(self, kind, value, trace):
                story.assertIsNotNone(value, f"nothing was raised instead of {error}")
                wanted = getattr(story.route53.exceptions, error, botocore.exceptions.ClientError)
                if not isinstance(value, wanted):
                    return False
                story.assertEqual(error, value.response["Error"]["Code"])
                story.assertEqual(status, value.response["ResponseMetadata"]["HTTPStatusCode"])
                story.assertRegex(value.response["ResponseMetadata"]["RequestId"], r"^[0-9a-f-]{36}$")
                if message:
                    story.assertIn(message, value.response["Error"]["Message"])
                return True

        return Refused()


class Records(Story):
    KINDS = [
        record("a.example.com.", "A", "192.0.2.1", "192.0.2.2"),
        record("aaaa.example.com.", "AAAA", "2001:db8::1"),
        record("caa.example.com.", "CAA", '0 issue "ca.example.net"'),
        record("cname.example.com.", "CNAME", "a.example.com"),
        record("mx.example.com.", "MX", "10 mail.example.com", "20 mail.example.net"),
        record("naptr.example.com.", "NAPTR", '100 10 "U" "E2U+sip" "!^.*$!sip:info@example.com!" .'),
        record("ns.example.com.", "NS", "ns1.example.net."),
        record("ptr.example.com.", "PTR", "host.example.com"),
        record("spf.example.com.", "SPF", '"v=spf1 -all"'),
        record("srv.example.com.", "SRV", "1 2 443 a.example.com"),
        record("txt.example.com.", "TXT", '"a \\"b\\" <c> & \\303\\251"', '"' + "x" * 255 + '" "y"', ttl=0),
    ]
    SETS = [
        record("failover.example.com.", "A", "192.0.2.1", SetIdentifier="one", Failover="PRIMARY"),
        record("geo.example.com.", "A", "192.0.2.1", SetIdentifier="one", GeoLocation={"CountryCode": "GB"}),
        record("latency.example.com.", "A", "192.0.2.1", SetIdentifier="one", Region="eu-west-1"),
        record("many.example.com.", "A", "192.0.2.1", SetIdentifier="one", MultiValueAnswer=True),
        record("weighted.example.com.", "A", "192.0.2.1", SetIdentifier="one", Weight=0),
    ]

    def listed(self):
        pages = self.route53.get_paginator("list_resource_record_sets").paginate(
            HostedZoneId="ZEXAMPLE", PaginationConfig={"PageSize": 2})
        return [set for page in pages for set in page["ResourceRecordSets"] if set["Type"] != "SOA"
                and (set["Name"], set["Type"]) != ("example.com.", "NS")]

    def test_every_kind_comes_back_as_it_was_sent_page_by_page(self):
        alias = {"Name": "z.example.com.", "Type": "A", "AliasTarget": {
            "HostedZoneId": "ZEXAMPLE", "DNSName": "a.example.com.", "EvaluateTargetHealth": False}}
        wildcard = record("*.example.com", "A", "192.0.2.9")
        self.create(wildcard, *self.KINDS, *self.SETS, alias)
        seen = self.listed()
        self.assertEqual("\\052.example.com.", seen[0]["Name"])
        self.assertEqual(sorted(self.KINDS + self.SETS + [alias], key=lambda set: set["Name"]), seen[1:])

    def test_three_sets_of_one_name_are_paged_by_their_identifier(self):
        sets = [record("w.example.com.", "A", f"192.0.2.{i}", SetIdentifier=str(i), Weight=i) for i in range(3)]
        self.create(*sets)
        self.assertEqual(sets, self.listed())
        page = self.route53.list_resource_record_sets(HostedZoneId="ZEXAMPLE", StartRecordName="w.example.com",
                                                      StartRecordType="A", StartRecordIdentifier="1", MaxItems="1")
        self.assertEqual([sets[1]], page["ResourceRecordSets"])
        self.assertTrue(page["IsTruncated"])
        self.assertEqual(("w.example.com.", "A", "2"), tuple(
            page[key] for key in ("NextRecordName", "NextRecordType", "NextRecordIdentifier")))

    def test_a_batch_is_a_compare_and_swap(self):
        old, new = record("lb.example.com.", "A", "192.0.2.1"), record("lb.example.com.", "A", "192.0.2.2")
        self.change(("CREATE", old))
        self.change(("DELETE", old), ("CREATE", new))
        with self.refused("InvalidChangeBatch", 400, message="[Tried to delete resource record set"
                          " [name='lb.example.com.', type='A'] but the values provided do not match the current"):
            self.change(("DELETE", old), ("CREATE", record("lb.example.com.", "A", "192.0.2.3")))
        self.assertEqual([new], self.listed())
        self.change(("UPSERT", old))
        self.change(("DELETE", old))
        self.assertEqual([], self.listed())

    def test_a_change_is_waited_for(self):
        answer = self.change(("UPSERT", record("w.example.com", "A", "192.0.2.1")), comment="why <&> \u00e9")
        info = answer["ChangeInfo"]
        self.assertEqual(200, answer["ResponseMetadata"]["HTTPStatusCode"])
        self.assertRegex(info["Id"], "^/change/C[A-Z0-9]+$")
        self.assertEqual(("PENDING", "why <&> \u00e9"), (info["Status"], info["Comment"]))
        self.assertIsNotNone(info["SubmittedAt"].tzinfo)
        self.route53.get_waiter("resource_record_sets_changed").wait(
            Id=info["Id"], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
        self.assertEqual({**info, "Status": "INSYNC"}, self.route53.get_change(Id=info["Id"])["ChangeInfo"])
        self.change(("DELETE", record("w.example.com", "A", "192.0.2.1")))
        with self.refused("NoSuchChange", 404):
            self.route53.get_change(Id="CNONE")

    def test_what_is_malformed_is_invalid_input(self):
        with self.refused("InvalidInput", 400, message="but found none in Change with [Action=CREATE"):
            self.change(("CREATE", {"Name": "a.example.com", "Type": "A"}))
        with self.refused("InvalidInput", 400):
            self.change(("CREATE", {**record("a.example.com", "A", "192.0.2.1"), "Type": "BOGUS"}))
        with self.refused("InvalidInput", 400):
            self.route53.list_resource_record_sets(HostedZoneId="ZEXAMPLE", StartRecordType="A")
        with self.refused("NoSuchHostedZone", 404, message="No hosted zone found with ID: ZNONE"):
            self.change(("CREATE", record("a.example.com", "A", "192.0.2.1")), zone="ZNONE")


class Zones(Story):
    def test_zones_are_listed_page_by_page(self):
        pages = self.route53.get_paginator("list_hosted_zones").paginate(PaginationConfig={"PageSize": 1})
        zones = [zone for page in pages for zone in page["HostedZones"]]
        self.assertEqual([("/hostedzone/ZEXAMPLE", "example.com."), ("/hostedzone/ZOTHER", "example.net.")],
                         [(zone["Id"], zone["Name"]) for zone in zones])
        self.assertEqual([False, False], [zone["Config"]["PrivateZone"] for zone in zones])

    def test_zones_are_listed_by_name(self):
        first = self.route53.list_hosted_zones_by_name(MaxItems="1")
        self.assertEqual(["example.com."], [zone["Name"] for zone in first["HostedZones"]])
        self.assertEqual((True, "example.net.", "ZOTHER"), (
            first["IsTruncated"], first["NextDNSName"], first["NextHostedZoneId"].replace("/hostedzone/", "")))
        rest = self.route53.list_hosted_zones_by_name(DNSName=first["NextDNSName"],
                                                      HostedZoneId=first["NextHostedZoneId"])
        self.assertEqual(["example.net."], [zone["Name"] for zone in rest["HostedZones"]])
        self.assertFalse(rest["IsTruncated"])

    def test_a_zone_is_read_with_its_name_servers(self):
        for zone in ("ZEXAMPLE", "/hostedzone/ZEXAMPLE"):
            answer = self.route53.get_hosted_zone(Id=zone)
            self.assertEqual("example.com.", answer["HostedZone"]["Name"])
            self.assertEqual(2, answer["HostedZone"]["ResourceRecordSetCount"])
            self.assertEqual(4, len(answer["DelegationSet"]["NameServers"]))
        with self.refused("NoSuchHostedZone", 404, message="No hosted zone found with ID: ZNONE"):
            self.route53.get_hosted_zone(Id="ZNONE")


class Whole(Story):
    def test_nothing_that_the_endpoint_has_is_left_out(self):
        """Runs last. Asks for every operation of Route 53's model with made-up parameters: what the endpoint knows
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


if __name__ == "__main__":
    order = [Records, Zones, Whole]
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in order)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    sys.exit(0 if result.wasSuccessful() else 1)
