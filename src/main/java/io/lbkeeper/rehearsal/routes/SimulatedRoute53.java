package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.rehearsal.world.ApiReply;
import io.lbkeeper.rehearsal.world.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.GetChangeRequest;
import software.amazon.awssdk.services.route53.model.GetChangeResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;

/**
 * The SDK's client of a node, asking the simulated API. As a real one it answers, or throws what AWS or the SDK would
 * have thrown; all calls that the routes do not need end in the SDK's own UnsupportedOperationException.
 */
final class SimulatedRoute53 implements Route53Client {
    private static final int BAD_REQUEST = 400;
    private static final Duration UNTIL_IN_SYNC = Duration.ofSeconds(30);

    private final AgentProcess process;
    private final Duration deadline;
    /** When each change was answered, by its id. */
    private final Map<String, Duration> changes = new TreeMap<>();

    SimulatedRoute53(AgentProcess process, Duration deadline) {
        this.process = process;
        this.deadline = deadline;
    }

    /** Forgets which changes were made: their ids are counted anew for each process, so that runs are the same. */
    void begin() {
        changes.clear();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // There is nothing that it holds.
    }

    @Override
    public ListResourceRecordSetsResponse listResourceRecordSets(ListResourceRecordSetsRequest request) {
        return answer(Call.READ, zone -> SdkRecords.page(zone.state().contents(), request));
    }

    @Override
    public ChangeResourceRecordSetsResponse changeResourceRecordSets(ChangeResourceRecordSetsRequest request) {
        List<RecordChange> batch = SdkRecords.changes(request.changeBatch().changes());
        answer(Call.WRITE, zone -> {
            zone.change(batch);
            return batch;
        });
        String id = "C" + (changes.size() + 1);
        changes.put(id, process.now());
        return ChangeResourceRecordSetsResponse.builder().changeInfo(info(id)).build();
    }

    @Override
    public GetChangeResponse getChange(GetChangeRequest request) {
        return answer(Call.READ, zone -> GetChangeResponse.builder().changeInfo(info(request.id())).build());
    }

    /** What the zone makes of a call. */
    @FunctionalInterface
    private interface ZoneCall<T> {
        T apply(HostedZone zone) throws Refusal;
    }

    /** What it made of it: a value, or else a refusal. */
    private record Made<T>(T value, Refusal refusal) {
        static <T> Made<T> of(ZoneCall<T> call, HostedZone zone) {
            try {
                return new Made<>(call.apply(zone), null);
            } catch (Refusal refusal) {
                return new Made<>(null, refusal);
            }
        }
    }

    private <T> T answer(Call kind, ZoneCall<T> call) {
        Call why = kind == Call.READ && Carrier.isBeside() ? Call.READ_BESIDE : kind;
        ApiReply<Made<T>> reply = process.ask((Consumer<ApiReply<Made<T>>> then) -> process.world().api(
                process.node(), why, deadline, zone -> Made.of(call, zone), then));
        if (reply instanceof ApiReply.Value<Made<T>> answered) {
            Made<T> made = answered.value();
            if (made.refusal() == null) {
                return made.value();
            }
            throw AwsFailures.refused(BAD_REQUEST, made.refusal().code(), made.refusal().getMessage());
        }
        throw reply instanceof ApiReply.Refused<Made<T>> refused
                ? AwsFailures.refused(refused.status(), refused.code(), refused.message())
                : AwsFailures.noAnswer(deadline);
    }

    private ChangeInfo info(String id) {
        Duration made = changes.getOrDefault(id, process.now());
        boolean inSync = process.now().minus(made).compareTo(UNTIL_IN_SYNC) >= 0;
        return ChangeInfo.builder().id("/change/" + id).status(inSync ? ChangeStatus.INSYNC : ChangeStatus.PENDING)
                .submittedAt(Instant.EPOCH.plus(made)).build();
    }
}
