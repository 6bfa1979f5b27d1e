package io.lbkeeper.route53;

import org.apache.camel.spi.Metadata;

/** The message headers that the component reads and sets. The label tells which operations use a header. */
public interface Route53Constants {
    @Metadata(description = "The operation to perform; it goes before the option of the endpoint",
              javaType = "io.lbkeeper.route53.Route53Operations or String")
    String OPERATION = "CamelAwsRoute53Operation";

    @Metadata(label = "getRecord getRecords listResourceRecordSets upsertRecord changeResourceRecordSets consumer",
              description = "The hosted zone, with or without /hostedzone/; it goes before the option of the endpoint",
              javaType = "String")
    String HOSTED_ZONE_ID = "CamelAwsRoute53HostedZoneId";

    @Metadata(label = "getRecord upsertRecord consumer",
              description = "The name of the record; case and the final dot do not matter", javaType = "String")
    String RECORD_NAME = "CamelAwsRoute53RecordName";

    @Metadata(label = "getRecord upsertRecord consumer", description = "The type of the record, such as A, AAAA or TXT",
              javaType = "String")
    String RECORD_TYPE = "CamelAwsRoute53RecordType";

    @Metadata(label = "getRecord consumer",
              description = "Which of several record sets of one name and type, such as weighted ones",
              javaType = "String")
    String SET_IDENTIFIER = "CamelAwsRoute53SetIdentifier";

    @Metadata(label = "getRecord", description = "Out: whether there is such a record", javaType = "Boolean")
    String RECORD_FOUND = "CamelAwsRoute53RecordFound";

    @Metadata(label = "getRecords", description = "The names whose record sets are wanted",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String RECORD_NAMES = "CamelAwsRoute53RecordNames";

    @Metadata(label = "upsertRecord", description = "How long resolvers may keep the record, in seconds",
              javaType = "Long")
    String RECORD_TTL = "CamelAwsRoute53RecordTtl";

    @Metadata(label = "upsertRecord",
              description = "The values of the record; a TXT value in its double quotes, in which a comma separates "
                            + "nothing",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String RECORD_VALUES = "CamelAwsRoute53RecordValues";

    @Metadata(label = "listResourceRecordSets", description = "The name to start at; without it, the zone's first",
              javaType = "String")
    String START_RECORD_NAME = "CamelAwsRoute53StartRecordName";

    @Metadata(label = "listResourceRecordSets", description = "The type to start at; needs the name",
              javaType = "String")
    String START_RECORD_TYPE = "CamelAwsRoute53StartRecordType";

    @Metadata(label = "listResourceRecordSets", description = "The set identifier to start at; needs name and type",
              javaType = "String")
    String START_RECORD_IDENTIFIER = "CamelAwsRoute53StartRecordIdentifier";

    @Metadata(label = "listResourceRecordSets", description = "How many record sets at most, up to 300",
              javaType = "Integer")
    String MAX_ITEMS = "CamelAwsRoute53MaxItems";

    @Metadata(label = "listResourceRecordSets", description = "Out: whether there are more record sets",
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

    @Metadata(label = "upsertRecord changeResourceRecordSets",
              description = "A comment that Route 53 keeps with the change, up to 256 characters; not used where the "
                            + "body brings its own",
              javaType = "String")
    String CHANGE_COMMENT = "CamelAwsRoute53ChangeComment";

    @Metadata(label = "upsertRecord changeResourceRecordSets getChange",
              description = "Out, and in for getChange: the change, with or without /change/", javaType = "String")
    String CHANGE_ID = "CamelAwsRoute53ChangeId";

    @Metadata(label = "upsertRecord changeResourceRecordSets getChange",
              description = "Out: PENDING, or INSYNC once every name server of Route 53 answers by it",
              javaType = "String")
    String CHANGE_STATUS = "CamelAwsRoute53ChangeStatus";

    @Metadata(label = "consumer", description = "Out: what happened to the record set, which is the body",
              javaType = "io.lbkeeper.route53.Route53RecordEvent")
    String RECORD_EVENT = "CamelAwsRoute53RecordEvent";

    @Metadata(label = "consumer",
              description = "Out: the record set as it was handled last; not set where it is created",
              javaType = "software.amazon.awssdk.services.route53.model.ResourceRecordSet")
    String PREVIOUS_RECORD = "CamelAwsRoute53PreviousRecord";
}
