package io.lbkeeper.observation;

import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Route 53's record sets and errors as lbkeeper's values, and lbkeeper's values as Route 53's. */
public final class Route53Answers {
    private Route53Answers() {
    }

    public static RecordSet toRecordSet(ResourceRecordSet set) {
        return new RecordSet(set.name(), set.typeAsString(),
                Duration.ofSeconds(set.ttl() == null ? 0 : set.ttl()),
                set.resourceRecords().stream().map(ResourceRecord::value).toList(), policy(set));
    }

    public static ResourceRecordSet fromRecordSet(RecordSet set) {
        return ResourceRecordSet.builder().name(set.name()).type(set.type()).ttl(set.ttl().toSeconds())
                .resourceRecords(set.values().stream().map(value -> ResourceRecord.builder().value(value).build())
                        .toList())
                .build();
    }

    /** DELETE of each expected set and then CREATE of each desired one: Route 53 checks them in this order. */
    public static List<Change> toBatch(io.lbkeeper.decision.Change change) {
        return Stream.concat(change.expected().stream().map(set -> one(ChangeAction.DELETE, set)),
                change.desired().stream().map(set -> one(ChangeAction.CREATE, set))).toList();
    }

    /** AWS's own code and message where it gave one, else what the SDK says. */
    public static String describe(Throwable failure) {
        if (failure instanceof AwsServiceException aws && (aws.awsErrorDetails() == null
                || aws.awsErrorDetails().errorCode() == null)) {
            return "HTTP " + aws.statusCode() + " without an error of Route 53's; look at what stands before the API";
        }
        if (failure instanceof AwsServiceException aws) {
            return aws.awsErrorDetails().errorCode() + " (HTTP " + aws.statusCode() + "): "
                    + aws.awsErrorDetails().errorMessage();
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static Change one(ChangeAction action, RecordSet set) {
        return Change.builder().action(action).resourceRecordSet(fromRecordSet(set)).build();
    }

    private static String policy(ResourceRecordSet set) {
        if (set.aliasTarget() != null) {
            return "alias to " + set.aliasTarget().dnsName();
        }
        if (set.setIdentifier() != null) {
            String kind = set.weight() != null ? "weighted"
                    : set.failover() != null ? "failover"
                            : set.region() != null ? "latency"
                                    : set.multiValueAnswer() != null ? "multivalue" : "routed";
            return kind + " set '" + set.setIdentifier() + "'";
        }
        if (set.healthCheckId() != null) {
            return "health-checked by " + set.healthCheckId();
        }
        return set.trafficPolicyInstanceId() == null ? RecordSet.SIMPLE
                : "traffic policy instance " + set.trafficPolicyInstanceId();
    }
}
