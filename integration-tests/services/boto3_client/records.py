"""Records: what is sent, what is listed, and what is refused."""
from story import Story, record


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
