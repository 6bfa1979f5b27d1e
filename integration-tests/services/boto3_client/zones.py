"""Zones, public and private, with their tags."""
from story import Story, record


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

    def created(self, name, reference, **more):
        answer = self.route53.create_hosted_zone(CallerReference=reference, Name=name, **more)
        zone = answer["HostedZone"]["Id"].replace("/hostedzone/", "")
        self.addCleanup(lambda: self.quietly(self.route53.delete_hosted_zone, Id=zone))
        return zone, answer

    def quietly(self, call, **arguments):
        try:
            call(**arguments)
        except self.route53.exceptions.NoSuchHostedZone:
            pass

    def test_a_zone_is_created_commented_and_deleted(self):
        before = self.route53.get_hosted_zone_count()["HostedZoneCount"]
        zone, answer = self.created("new.example.org", "once", HostedZoneConfig={"Comment": "mine"})
        self.assertEqual(201, answer["ResponseMetadata"]["HTTPStatusCode"])
        self.assertTrue(answer["Location"].endswith("/2013-04-01/hostedzone/" + zone))
        self.assertEqual("PENDING", answer["ChangeInfo"]["Status"])
        self.assertEqual(("new.example.org.", "once", "mine", False, 2), (
            answer["HostedZone"]["Name"], answer["HostedZone"]["CallerReference"],
            answer["HostedZone"]["Config"]["Comment"], answer["HostedZone"]["Config"]["PrivateZone"],
            answer["HostedZone"]["ResourceRecordSetCount"]))
        self.assertEqual(before + 1, self.route53.get_hosted_zone_count()["HostedZoneCount"])
        commented = self.route53.update_hosted_zone_comment(Comment="yours", Id=zone)
        self.assertEqual("yours", commented["HostedZone"]["Config"]["Comment"])
        with self.refused("HostedZoneAlreadyExists", 409):
            self.route53.create_hosted_zone(Name="new.example.org", CallerReference="once")
        text = record("t.new.example.org", "TXT", '"x"')
        self.change(("CREATE", text), zone=zone)
        with self.refused("HostedZoneNotEmpty", 400):
            self.route53.delete_hosted_zone(Id=zone)
        self.change(("DELETE", text), zone=zone)
        self.assertEqual("PENDING", self.route53.delete_hosted_zone(Id=zone)["ChangeInfo"]["Status"])
        with self.refused("NoSuchHostedZone", 404):
            self.route53.delete_hosted_zone(Id=zone)
        with self.refused("HostedZoneAlreadyExists", 409):
            self.route53.create_hosted_zone(Name="new.example.org", CallerReference="once")
        with self.refused("InvalidDomainName", 400):
            self.route53.create_hosted_zone(Name="a..example.org", CallerReference="other")

    def test_a_private_zone_has_its_networks(self):
        first = {"VPCRegion": "eu-west-1", "VPCId": "vpc-11111111"}
        second = {"VPCRegion": "us-east-1", "VPCId": "vpc-22222222"}
        zone, answer = self.created("private.example.org", "private", VPC=first)
        self.assertTrue(answer["HostedZone"]["Config"]["PrivateZone"])
        self.assertEqual(first, answer["VPC"])
        self.assertEqual("PENDING", self.route53.associate_vpc_with_hosted_zone(
            VPC=second, HostedZoneId=zone, Comment="both")["ChangeInfo"]["Status"])
        self.assertCountEqual([first, second], self.route53.get_hosted_zone(Id=zone)["VPCs"])
        seen = self.route53.list_hosted_zones_by_vpc(**second)["HostedZoneSummaries"]
        self.assertEqual([(zone, "private.example.org.")], [(s["HostedZoneId"], s["Name"]) for s in seen])
        with self.refused("ConflictingDomainExists", 400):
            self.route53.create_hosted_zone(Name="private.example.org", CallerReference="again", VPC=second)
        self.route53.disassociate_vpc_from_hosted_zone(HostedZoneId=zone, VPC=second)
        with self.refused("VPCAssociationNotFound", 404):
            self.route53.disassociate_vpc_from_hosted_zone(HostedZoneId=zone, VPC=second)
        with self.refused("LastVPCAssociation", 400):
            self.route53.disassociate_vpc_from_hosted_zone(HostedZoneId=zone, VPC=first)
        with self.refused("PublicZoneVPCAssociation", 400):
            self.route53.associate_vpc_with_hosted_zone(HostedZoneId="ZEXAMPLE", VPC=first)
        with self.refused("InvalidVPCId", 400):
            self.route53.create_hosted_zone(Name="p.example.org", CallerReference="p", VPC={
                "VPCRegion": "eu-west-1", "VPCId": "none"})

    def test_a_zone_has_tags(self):
        tags = [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "<&> \u00e9"}]
        resource = {"ResourceType": "hostedzone", "ResourceId": "ZOTHER"}
        self.route53.change_tags_for_resource(AddTags=tags, **resource)
        self.assertEqual({**resource, "Tags": tags},
                         self.route53.list_tags_for_resource(**resource)["ResourceTagSet"])
        self.route53.change_tags_for_resource(RemoveTagKeys=["a"], AddTags=[{"Key": "b", "Value": "2"}], **resource)
        several = self.route53.list_tags_for_resources(ResourceIds=["ZOTHER", "ZEXAMPLE"], ResourceType="hostedzone")
        self.assertCountEqual([("ZOTHER", [{"Key": "b", "Value": "2"}]), ("ZEXAMPLE", [])],
                              [(s["ResourceId"], s["Tags"]) for s in several["ResourceTagSets"]])
        self.route53.change_tags_for_resource(RemoveTagKeys=["b"], **resource)
        with self.refused("NoSuchHostedZone", 404):
            self.route53.list_tags_for_resource(ResourceType="hostedzone", ResourceId="ZNONE")

    def test_an_answer_is_tried(self):
        self.create(record("try.example.com", "A", "192.0.2.1", "192.0.2.2"))
        answer = self.route53.test_dns_answer(HostedZoneId="ZEXAMPLE", RecordName="try.example.com", RecordType="A")
        self.assertEqual(("try.example.com", "A", "NOERROR", ["192.0.2.1", "192.0.2.2"]), (
            answer["RecordName"].rstrip("."), answer["RecordType"], answer["ResponseCode"],
            sorted(answer["RecordData"])))
        none = self.route53.test_dns_answer(HostedZoneId="ZEXAMPLE", RecordName="none.example.com", RecordType="A")
        self.assertEqual(("NXDOMAIN", []), (none["ResponseCode"], none["RecordData"]))
