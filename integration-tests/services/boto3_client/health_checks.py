"""Health checks, and the records that obey them."""
import urllib.request

from story import ENDPOINT, Story, record


class HealthChecks(Story):
    SETTINGS = {"Type": "HTTP", "IPAddress": "192.175.48.1", "Port": 8080, "ResourcePath": "/health",
                "RequestInterval": 10, "FailureThreshold": 2}

    def created(self, reference, **settings):
        answer = self.route53.create_health_check(HealthCheckConfig=settings or self.SETTINGS,
                                                  CallerReference=reference)
        self.addCleanup(lambda: self.quietly(answer["HealthCheck"]["Id"]))
        return answer["HealthCheck"]["Id"], answer

    def quietly(self, check):
        try:
            self.route53.delete_health_check(HealthCheckId=check)
        except self.route53.exceptions.NoSuchHealthCheck:
            pass

    def report(self, check, status):
        """What the local operator says, since nothing is really probed."""
        urllib.request.urlopen(urllib.request.Request(f"{ENDPOINT}/local/healthcheck/{check}/status",
                                                      data=status.encode(), method="PUT")).close()

    def test_a_check_is_created_updated_and_deleted(self):
        check, answer = self.created("first")
        self.assertEqual(201, answer["ResponseMetadata"]["HTTPStatusCode"])
        self.assertTrue(answer["Location"].endswith("/2013-04-01/healthcheck/" + check))
        self.assertEqual(("first", 1), (answer["HealthCheck"]["CallerReference"],
                                        answer["HealthCheck"]["HealthCheckVersion"]))
        self.assertEqual(self.SETTINGS, {key: answer["HealthCheck"]["HealthCheckConfig"][key]
                                         for key in self.SETTINGS})
        self.assertEqual(check, self.created("first")[0], "the same request again")
        with self.refused("HealthCheckAlreadyExists", 409):
            self.created("first", **{**self.SETTINGS, "Port": 8081})
        updated = self.route53.update_health_check(Port=8082, ResetElements=["ResourcePath"], HealthCheckVersion=1,
                                                   HealthCheckId=check)["HealthCheck"]
        self.assertEqual((8082, 2, False), (updated["HealthCheckConfig"]["Port"], updated["HealthCheckVersion"],
                                            "ResourcePath" in updated["HealthCheckConfig"]))
        self.assertEqual(updated, self.route53.get_health_check(HealthCheckId=check)["HealthCheck"])
        with self.refused("HealthCheckVersionMismatch", 409):
            self.route53.update_health_check(HealthCheckId=check, HealthCheckVersion=1, Port=1)
        self.route53.delete_health_check(HealthCheckId=check)
        with self.refused("NoSuchHealthCheck", 404):
            self.route53.get_health_check(HealthCheckId=check)
        with self.refused("InvalidInput", 400):
            self.created("bad", Type="HTTP", IPAddress="192.168.0.1", Port=80)

    def test_checks_are_listed_page_by_page(self):
        before = self.route53.get_health_check_count()["HealthCheckCount"]
        checks = [self.created(f"page-{i}")[0] for i in range(3)]
        self.assertEqual(before + 3, self.route53.get_health_check_count()["HealthCheckCount"])
        pages = list(self.route53.get_paginator("list_health_checks").paginate(PaginationConfig={"PageSize": 1}))
        self.assertGreater(len(pages), 2)
        self.assertLessEqual(set(checks), {check["Id"] for page in pages for check in page["HealthChecks"]})

    def test_a_status_is_observed(self):
        check, _ = self.created("status")
        self.report(check, "unhealthy")
        seen = self.route53.get_health_check_status(HealthCheckId=check)["HealthCheckObservations"]
        self.assertTrue(seen)
        self.assertTrue(all("Failure" in one["StatusReport"]["Status"] for one in seen), seen)
        last = self.route53.get_health_check_last_failure_reason(HealthCheckId=check)["HealthCheckObservations"]
        self.assertTrue(last)
        self.report(check, "healthy")
        seen = self.route53.get_health_check_status(HealthCheckId=check)["HealthCheckObservations"]
        self.assertTrue(all("Success" in one["StatusReport"]["Status"] for one in seen), seen)

    def test_a_failover_record_obeys_its_check(self):
        check, _ = self.created("failover")
        self.create(record("fo.example.com", "A", "192.0.2.1", SetIdentifier="one", Failover="PRIMARY",
                           HealthCheckId=check),
                    record("fo.example.com", "A", "192.0.2.2", SetIdentifier="two", Failover="SECONDARY"))
        self.assertEqual(["192.0.2.1"], self.answer())
        self.report(check, "unhealthy")
        self.assertEqual(["192.0.2.2"], self.answer())

    def answer(self):
        return self.route53.test_dns_answer(HostedZoneId="ZEXAMPLE", RecordName="fo.example.com",
                                            RecordType="A")["RecordData"]

    def test_a_check_has_tags(self):
        check, _ = self.created("tags")
        resource = {"ResourceType": "healthcheck", "ResourceId": check}
        self.route53.change_tags_for_resource(AddTags=[{"Key": "Name", "Value": "lb1"}], **resource)
        self.assertEqual([{"Key": "Name", "Value": "lb1"}],
                         self.route53.list_tags_for_resource(**resource)["ResourceTagSet"]["Tags"])
