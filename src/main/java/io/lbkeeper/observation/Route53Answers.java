package io.lbkeeper.observation;

import io.lbkeeper.decision.RecordSet;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Route 53's record sets and errors as lbkeeper's values, and lbkeeper's values as Route 53's. */
public final class Route53Answers {
    private static final List<String> LOST = List.of("but it already exists", "but it was not found",
            "but the values provided do not match the current values");
    private static final int LONGEST_CHARS = 240;
    private static final int LONGEST_CHAIN = 12;

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

    /**
     * Whether a refused batch lost against another change. Other refusals (a name outside the zone, a bad value) come
     * with the same code.
     *
     * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">
     *      InvalidChangeBatch: a list of messages, one for each change that is refused</a>
     */
    public static boolean isLostRace(Throwable refusal) {
        return refusal instanceof InvalidChangeBatchException && LOST.stream().anyMatch(describe(refusal)::contains);
    }

    /** AWS's own code and message where it gave one, else what the SDK says, shortened: it can fill a page. */
    public static String describe(Throwable failure) {
        if (failure instanceof AwsServiceException aws && (aws.awsErrorDetails() == null
                || aws.awsErrorDetails().errorCode() == null)) {
            return "HTTP " + aws.statusCode() + " without an error of Route 53's; look at what stands before the API";
        }
        if (failure instanceof AwsServiceException aws) {
            String said = aws.awsErrorDetails().errorCode() + " (HTTP " + aws.statusCode() + "): "
                    + aws.awsErrorDetails().errorMessage();
            return said + (said.startsWith("NoSuchHostedZone") ? "; look at lb.route53.zone-id"
                    : said.contains("is not permitted in zone")
                            ? "; look at lb.domain, lb.service and lb.route53.zone-id" : "");
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Unable to load credentials")) {
            return "no AWS credentials were found: not in the environment, not in a profile, no instance role answers";
        }
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(LONGEST_CHAIN)
                .filter(UnknownHostException.class::isInstance).findFirst()
                .map(cause -> "unknown host " + cause.getMessage() + ": does name resolution work on this machine?")
                .orElseGet(() -> failure.getClass().getSimpleName() + ": " + (message.length() <= LONGEST_CHARS
                        ? message : message.substring(0, LONGEST_CHARS) + " …"));
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
