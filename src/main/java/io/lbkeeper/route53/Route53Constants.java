package io.lbkeeper.route53;

import org.apache.camel.spi.Metadata;

/** The message headers that the component reads and sets. The label tells which operations use a header. */
public interface Route53Constants extends Route53ZoneConstants, Route53HealthCheckConstants {
    @Metadata(description = "The operation to perform; it goes before the option of the endpoint",
              javaType = "io.lbkeeper.route53.Route53Operations or String")
    String OPERATION = "CamelAwsRoute53Operation";

    @Metadata(label = "getRecord getRecords listResourceRecordSets createRecord upsertRecord deleteRecord "
                      + "replaceRecord changeResourceRecordSets getHostedZone createHostedZone deleteHostedZone "
                      + "testDnsAnswer changeTagsForResource listTagsForResource consumer",
              description = "The hosted zone, with or without /hostedzone/; it goes before the zone's name and the "
                            + "options of the endpoint. Out for createHostedZone",
              javaType = "String")
    String HOSTED_ZONE_ID = "CamelAwsRoute53HostedZoneId";

    @Metadata(label = "getRecord createRecord upsertRecord deleteRecord replaceRecord testDnsAnswer consumer",
              description = "The name of the record; case and the final dot do not matter",
              javaType = "String")
    String RECORD_NAME = "CamelAwsRoute53RecordName";

    @Metadata(label = "getRecord createRecord upsertRecord deleteRecord replaceRecord testDnsAnswer consumer",
              description = "The type of the record, such as A, AAAA or TXT",
              javaType = "String")
    String RECORD_TYPE = "CamelAwsRoute53RecordType";

    @Metadata(label = "getRecord createRecord upsertRecord deleteRecord replaceRecord consumer",
              description = "Which of several record sets of one name and type, such as weighted ones",
              javaType = "String")
    String SET_IDENTIFIER = "CamelAwsRoute53SetIdentifier";

    @Metadata(label = "getRecord deleteRecord",
              description = "Out: whether there is such a record; of deleteRecord also where it fails as "
                            + "there is none",
              javaType = "Boolean")
    String RECORD_FOUND = "CamelAwsRoute53RecordFound";

    @Metadata(label = "getRecords", description = "The names whose record sets are wanted",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String RECORD_NAMES = "CamelAwsRoute53RecordNames";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "How long resolvers may keep the record, in seconds",
              javaType = "Long")
    String RECORD_TTL = "CamelAwsRoute53RecordTtl";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "The values of the record in Route 53's text form; plain text for a TXT record "
                            + "is quoted, escaped and cut, and one String of it is one value. In double "
                            + "quotes a comma separates nothing.",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String RECORD_VALUES = "CamelAwsRoute53RecordValues";

    @Metadata(label = "getRecord",
              description = "Out: for a TXT record, the plain text of each value",
              javaType = "java.util.List<String>")
    String RECORD_TEXTS = "CamelAwsRoute53RecordTexts";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "Makes the record an alias of this name, without TTL and values",
              javaType = "String")
    String ALIAS_DNS_NAME = "CamelAwsRoute53AliasDnsName";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "The hosted zone of the alias target; without it, the record's own",
              javaType = "String")
    String ALIAS_HOSTED_ZONE_ID = "CamelAwsRoute53AliasHostedZoneId";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "Whether the alias is healthy only while its target is; without it, no",
              javaType = "Boolean")
    String ALIAS_EVALUATE_TARGET_HEALTH = "CamelAwsRoute53AliasEvaluateTargetHealth";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "For weighted record sets: how much of the answers, 0 to 255",
              javaType = "Long")
    String RECORD_WEIGHT = "CamelAwsRoute53RecordWeight";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "For failover record sets: PRIMARY or SECONDARY",
              javaType = "String")
    String RECORD_FAILOVER = "CamelAwsRoute53RecordFailover";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "For latency record sets: the AWS region",
              javaType = "String")
    String RECORD_REGION = "CamelAwsRoute53RecordRegion";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "Whether it is one of several multi-value answers",
              javaType = "Boolean")
    String RECORD_MULTI_VALUE_ANSWER = "CamelAwsRoute53RecordMultiValueAnswer";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "For geolocation record sets: the continent, such as EU",
              javaType = "String")
    String RECORD_CONTINENT_CODE = "CamelAwsRoute53RecordContinentCode";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "For geolocation record sets: the country, such as US, or * for the default",
              javaType = "String")
    String RECORD_COUNTRY_CODE = "CamelAwsRoute53RecordCountryCode";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "For geolocation record sets: the state of the US or the oblast of Ukraine",
              javaType = "String")
    String RECORD_SUBDIVISION_CODE = "CamelAwsRoute53RecordSubdivisionCode";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord",
              description = "The health check without which the record set is not answered with",
              javaType = "String")
    String RECORD_HEALTH_CHECK_ID = "CamelAwsRoute53RecordHealthCheckId";

    @Metadata(label = "replaceRecord",
              description = "The record set as it is expected to be, such as getRecord gives",
              javaType = "software.amazon.awssdk.services.route53.model.ResourceRecordSet")
    String EXPECTED_RECORD = "CamelAwsRoute53ExpectedRecord";

    @Metadata(label = "replaceRecord",
              description = "The values that a plain record is expected to have, instead of the whole "
                            + "record set; needs the TTL",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String EXPECTED_VALUES = "CamelAwsRoute53ExpectedValues";

    @Metadata(label = "replaceRecord",
              description = "The TTL that a plain record is expected to have, in seconds",
              javaType = "Long")
    String EXPECTED_TTL = "CamelAwsRoute53ExpectedTtl";

    @Metadata(label = "replaceRecord",
              description = "Whether no such record is expected to be",
              javaType = "Boolean")
    String EXPECTED_ABSENT = "CamelAwsRoute53ExpectedAbsent";

    @Metadata(label = "replaceRecord",
              description = "Whether the record shall be gone, if it is as expected",
              javaType = "Boolean")
    String DESIRED_ABSENT = "CamelAwsRoute53DesiredAbsent";

    @Metadata(label = "replaceRecord",
              description = "Whether to end in a LostRaceException where the record is not as expected; it "
                            + "goes before the option",
              javaType = "Boolean")
    String FAIL_ON_LOST_RACE = "CamelAwsRoute53FailOnLostRace";

    @Metadata(label = "replaceRecord",
              description = "Out: true where the record now is as wanted, false where it was not as "
                            + "expected and nothing was changed",
              javaType = "Boolean")
    String RECORD_REPLACED = "CamelAwsRoute53RecordReplaced";

    @Metadata(label = "listResourceRecordSets", description = "The name to start at; without it, the zone's first",
              javaType = "String")
    String START_RECORD_NAME = "CamelAwsRoute53StartRecordName";

    @Metadata(label = "listResourceRecordSets", description = "The type to start at; needs the name",
              javaType = "String")
    String START_RECORD_TYPE = "CamelAwsRoute53StartRecordType";

    @Metadata(label = "listResourceRecordSets", description = "The set identifier to start at; needs name and type",
              javaType = "String")
    String START_RECORD_IDENTIFIER = "CamelAwsRoute53StartRecordIdentifier";

    @Metadata(label = "listResourceRecordSets listHostedZones listHostedZonesByName listHealthChecks",
              description = "How many at most on a page, up to 300 record sets, 500 zones (100 by name) or 1,000 "
                            + "health checks",
              javaType = "Integer")
    String MAX_ITEMS = "CamelAwsRoute53MaxItems";

    @Metadata(label = "listResourceRecordSets listHostedZones listHostedZonesByName listHealthChecks",
              description = "Out: whether there are more",
              javaType = "Boolean")
    String IS_TRUNCATED = "CamelAwsRoute53IsTruncated";

    @Metadata(label = "listResourceRecordSets", description = "Out: where the next page starts, the name",
              javaType = "String")
    String NEXT_RECORD_NAME = "CamelAwsRoute53NextRecordName";

    @Metadata(label = "listResourceRecordSets", description = "Out: where the next page starts, the type",
              javaType = "String")
    String NEXT_RECORD_TYPE = "CamelAwsRoute53NextRecordType";

    @Metadata(label = "listResourceRecordSets", description = "Out: where the next page starts, the set identifier",
              javaType = "String")
    String NEXT_RECORD_IDENTIFIER = "CamelAwsRoute53NextRecordIdentifier";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord changeResourceRecordSets",
              description = "A comment that Route 53 keeps with the change, up to 256 characters; not used "
                            + "where the body brings its own",
              javaType = "String")
    String CHANGE_COMMENT = "CamelAwsRoute53ChangeComment";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord changeResourceRecordSets "
                      + "getChange waitForChange createHostedZone deleteHostedZone",
              description = "Out, and in for getChange and waitForChange: the change, with or without /change/",
              javaType = "String")
    String CHANGE_ID = "CamelAwsRoute53ChangeId";

    @Metadata(label = "createRecord upsertRecord deleteRecord replaceRecord changeResourceRecordSets "
                      + "getChange waitForChange createHostedZone deleteHostedZone",
              description = "Out: PENDING, or INSYNC once every name server of Route 53 answers by it",
              javaType = "String")
    String CHANGE_STATUS = "CamelAwsRoute53ChangeStatus";

    @Metadata(label = "waitForChange",
              description = "How long to wait at most, such as 5m; it goes before the option waitTimeout",
              javaType = "java.time.Duration or String")
    String WAIT_TIMEOUT = "CamelAwsRoute53WaitTimeout";

    @Metadata(label = "waitForChange",
              description = "How long to pause between two looks; it goes before the option waitInterval",
              javaType = "java.time.Duration or String")
    String WAIT_INTERVAL = "CamelAwsRoute53WaitInterval";

    @Metadata(description = "Out, where a call failed: what that means, the name of a Route53FailureKind: "
                            + "WRONG_CALL, CONFLICT, NOT_NOW, REFUSED or UNKNOWN",
              javaType = "String")
    String ERROR_KIND = "CamelAwsRoute53ErrorKind";

    @Metadata(description = "Out, where a call failed: AWS's code, such as InvalidChangeBatch; none where "
                            + "AWS gave none",
              javaType = "String")
    String ERROR_CODE = "CamelAwsRoute53ErrorCode";

    @Metadata(description = "Out, where a call failed: AWS's message, or that of the exception",
              javaType = "String")
    String ERROR_MESSAGE = "CamelAwsRoute53ErrorMessage";

    @Metadata(description = "Out, where a call failed: AWS's id of the request",
              javaType = "String")
    String ERROR_REQUEST_ID = "CamelAwsRoute53ErrorRequestId";

    @Metadata(description = "Out, where a call failed: the HTTP status of the answer; none where there was "
                            + "no answer",
              javaType = "Integer")
    String ERROR_HTTP_STATUS = "CamelAwsRoute53ErrorHttpStatus";

    @Metadata(label = "consumer", description = "Out: what happened to the record set, which is the body",
              javaType = "io.lbkeeper.route53.Route53RecordEvent")
    String RECORD_EVENT = "CamelAwsRoute53RecordEvent";

    @Metadata(label = "consumer",
              description = "Out: the record set as it was handled last; not set where it is created",
              javaType = "software.amazon.awssdk.services.route53.model.ResourceRecordSet")
    String PREVIOUS_RECORD = "CamelAwsRoute53PreviousRecord";
}
