package io.lbkeeper.check.online;

import io.lbkeeper.decision.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.Route53Response;

/** Asks Route 53's API, by the client and with the credentials of the service itself. */
final class ApiView {
    private final Route53Client client;
    private final Supplier<Instant> wall;
    private Optional<Duration> ahead = Optional.empty();

    /** What a call came to. */
    private record Reply<T>(Optional<T> answer, Optional<ApiRefusal> refusal) {
    }

    ApiView(Route53Client client, Supplier<Instant> wall) {
        this.client = client;
        this.wall = wall;
    }

    ApiSight of(String zoneId, String service) {
        Reply<ListResourceRecordSetsResponse> listed = call(asked -> asked.listResourceRecordSets(list -> list
                .hostedZoneId(zoneId).startRecordName(service).maxItems("1")));
        // With wrong credentials, or without an answer, the next call would go the same way.
        boolean useful = listed.refusal().filter(one -> one.cause() != ApiRefusal.Cause.NO_RIGHT
                && one.cause() != ApiRefusal.Cause.NO_ZONE).isEmpty();
        Answer<ApiSight.Zone> zone = useful ? zone(zoneId) : Answer.couldNotAsk("the records could not be listed");
        return new ApiSight(listed.refusal(), zone, ahead);
    }

    private Answer<ApiSight.Zone> zone(String zoneId) {
        Reply<GetHostedZoneResponse> reply = call(asked -> asked.getHostedZone(get -> get.id(zoneId)));
        if (reply.refusal().isPresent()) {
            ApiRefusal refusal = reply.refusal().get();
            return refusal.cause() == ApiRefusal.Cause.NO_ZONE ? Answer.absent(refusal.said())
                    : Answer.couldNotAsk(refusal.said());
        }
        GetHostedZoneResponse got = reply.answer().orElseThrow();
        List<String> servers = got.delegationSet() == null ? List.of()
                : got.delegationSet().nameServers().stream().map(ParentView::plain).sorted().toList();
        return Answer.value(new ApiSight.Zone(ParentView.plain(got.hostedZone().name()),
                got.hostedZone().config() != null && Boolean.TRUE.equals(got.hostedZone().config().privateZone()),
                servers));
    }

    private <T extends Route53Response> Reply<T> call(Function<Route53Client, T> call) {
        try {
            T answer = call.apply(client);
            sawClock(answer.sdkHttpResponse());
            return new Reply<>(Optional.of(answer), Optional.empty());
        } catch (RuntimeException e) {
            if (e instanceof AwsServiceException refused && refused.awsErrorDetails() != null) {
                sawClock(refused.awsErrorDetails().sdkHttpResponse());
            }
            return new Reply<>(Optional.empty(), Optional.of(ApiRefusal.of(e)));
        }
    }

    private void sawClock(SdkHttpResponse response) {
        if (response != null) {
            response.firstMatchingHeader("Date").flatMap(date -> HaproxyWords.ahead(date, wall.get()))
                    .ifPresent(far -> ahead = Optional.of(far));
        }
    }
}
