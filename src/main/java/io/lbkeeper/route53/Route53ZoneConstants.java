package io.lbkeeper.route53;

import org.apache.camel.spi.Metadata;

/** The message headers about hosted zones as a whole, their tags, and DNS answers. */
public interface Route53ZoneConstants {
    @Metadata(label = "getRecord getRecords listResourceRecordSets upsertRecord changeResourceRecordSets getHostedZone "
                      + "createHostedZone deleteHostedZone testDnsAnswer changeTagsForResource listTagsForResource",
              description = "The hosted zone by its name, which must be the only one of that name; not used where the "
                            + "header with the id is set; it goes before the options of the endpoint. For "
                            + "createHostedZone the name of the new zone",
              javaType = "String")
    String HOSTED_ZONE_NAME = "CamelAwsRoute53HostedZoneName";

    @Metadata(label = "createHostedZone", description = "A comment that Route 53 keeps with the zone",
              javaType = "String")
    String HOSTED_ZONE_COMMENT = "CamelAwsRoute53HostedZoneComment";

    @Metadata(label = "createHostedZone createHealthCheck",
              description = "In and out: a text that no other creation has used, so that one that is repeated does "
                            + "not create a second thing; made up where it is missing",
              javaType = "String")
    String CALLER_REFERENCE = "CamelAwsRoute53CallerReference";

    @Metadata(label = "createHostedZone",
              description = "Makes the zone a private one of this VPC; needs the VPC's region", javaType = "String")
    String VPC_ID = "CamelAwsRoute53VpcId";

    @Metadata(label = "createHostedZone", description = "The region of the VPC, such as eu-central-1",
              javaType = "String")
    String VPC_REGION = "CamelAwsRoute53VpcRegion";

    @Metadata(label = "createHostedZone getHostedZone",
              description = "Out: the zone's name servers; not set for a private zone",
              javaType = "java.util.List<String>")
    String NAME_SERVERS = "CamelAwsRoute53NameServers";

    @Metadata(label = "listHostedZones listHealthChecks",
              description = "Where the page starts: what the header with the next marker was", javaType = "String")
    String MARKER = "CamelAwsRoute53Marker";

    @Metadata(label = "listHostedZones listHealthChecks", description = "Out: where the next page starts",
              javaType = "String")
    String NEXT_MARKER = "CamelAwsRoute53NextMarker";

    @Metadata(label = "listHostedZonesByName",
              description = "The name to start at; without it, the first of the account", javaType = "String")
    String START_HOSTED_ZONE_NAME = "CamelAwsRoute53StartHostedZoneName";

    @Metadata(label = "listHostedZonesByName",
              description = "The zone to start at among those of the name; needs the name", javaType = "String")
    String START_HOSTED_ZONE_ID = "CamelAwsRoute53StartHostedZoneId";

    @Metadata(label = "listHostedZonesByName", description = "Out: where the next page starts, the name",
              javaType = "String")
    String NEXT_HOSTED_ZONE_NAME = "CamelAwsRoute53NextHostedZoneName";

    @Metadata(label = "listHostedZonesByName", description = "Out: where the next page starts, the zone",
              javaType = "String")
    String NEXT_HOSTED_ZONE_ID = "CamelAwsRoute53NextHostedZoneId";

    @Metadata(label = "testDnsAnswer",
              description = "The address of the resolver that seems to ask; without it, one of AWS in us-east-1",
              javaType = "String")
    String RESOLVER_IP = "CamelAwsRoute53ResolverIp";

    @Metadata(label = "testDnsAnswer",
              description = "The network of the client that the resolver seems to ask for (EDNS client subnet), such "
                            + "as 192.0.2.0/24; without the length, /24 for IPv4 and /64 for IPv6; needs the resolver",
              javaType = "String")
    String EDNS_CLIENT_SUBNET = "CamelAwsRoute53EdnsClientSubnet";

    @Metadata(label = "testDnsAnswer", description = "Out: the DNS response code, such as NOERROR or NXDOMAIN",
              javaType = "String")
    String RESPONSE_CODE = "CamelAwsRoute53ResponseCode";

    @Metadata(label = "testDnsAnswer", description = "Out: the name server of Route 53 that would answer",
              javaType = "String")
    String NAME_SERVER = "CamelAwsRoute53NameServer";

    @Metadata(label = "changeTagsForResource listTagsForResource", enums = "hostedzone,healthcheck",
              description = "What kind of thing has the tags", javaType = "String")
    String RESOURCE_TYPE = "CamelAwsRoute53ResourceType";

    @Metadata(label = "changeTagsForResource listTagsForResource",
              description = "The id of what has the tags; without it, the hosted zone or health check that the other "
                            + "headers and options tell",
              javaType = "String")
    String RESOURCE_ID = "CamelAwsRoute53ResourceId";

    @Metadata(label = "changeTagsForResource", description = "The tags to set, whether they are there or not",
              javaType = "java.util.Map<String, String> or a String such as a=1,b=2")
    String TAGS = "CamelAwsRoute53Tags";

    @Metadata(label = "changeTagsForResource", description = "The keys of the tags to remove",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String REMOVE_TAG_KEYS = "CamelAwsRoute53RemoveTagKeys";
}
