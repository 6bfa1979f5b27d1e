package io.lbkeeper.route53;

import static io.lbkeeper.route53.Repetition.AFTER_REFUSAL;
import static io.lbkeeper.route53.Repetition.FREE;

/**
 * What the producer can do; the names are those of the option and of the header, so they are in camel case. Each says
 * how the SDK may send its request again.
 */
public enum Route53Operations {
    getRecord(FREE),
    getRecords(FREE),
    listResourceRecordSets(FREE),
    createRecord(AFTER_REFUSAL),
    upsertRecord(FREE),
    deleteRecord(AFTER_REFUSAL),
    replaceRecord(AFTER_REFUSAL),
    changeResourceRecordSets(AFTER_REFUSAL),
    getChange(FREE),
    waitForChange(FREE),
    listHostedZones(FREE),
    listHostedZonesByName(FREE),
    getHostedZone(FREE),
    createHostedZone(AFTER_REFUSAL),
    deleteHostedZone(AFTER_REFUSAL),
    testDnsAnswer(FREE),
    createHealthCheck(FREE),
    getHealthCheck(FREE),
    updateHealthCheck(AFTER_REFUSAL),
    deleteHealthCheck(AFTER_REFUSAL),
    listHealthChecks(FREE),
    getHealthCheckStatus(FREE),
    changeTagsForResource(FREE),
    listTagsForResource(FREE);

    private final Repetition repetition;

    Route53Operations(Repetition repetition) {
        this.repetition = repetition;
    }

    Repetition repetition() {
        return repetition;
    }
}
