"""What the tests of this folder have in common."""
import sys
import unittest

import boto3
import botocore.config
import botocore.exceptions

ENDPOINT = sys.argv[-1]
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
