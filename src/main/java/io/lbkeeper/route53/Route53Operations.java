package io.lbkeeper.route53;

/** What the producer can do; the names are those of the option and of the header, so they are in camel case. */
public enum Route53Operations {
    getRecord,
    getRecords,
    listResourceRecordSets,
    upsertRecord,
    changeResourceRecordSets,
    getChange
}
