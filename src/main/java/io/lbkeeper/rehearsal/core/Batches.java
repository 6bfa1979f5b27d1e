package io.lbkeeper.rehearsal.core;

import io.lbkeeper.decision.Outcome;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.rehearsal.world.ApiReply;
import java.time.Duration;
import java.util.List;

/** What the kamelets {@code dns-route53-*-action} make of the API's answers. */
final class Batches {
    private Batches() {
    }

    static Outcome outcome(List<RecordChange> batch, HostedZone zone) {
        try {
            zone.change(batch);
            return new Outcome.Applied("rehearsed");
        } catch (Refusal e) {
            String why = e.code() + " (HTTP 400): " + e.getMessage();
            return e.code().equals("InvalidChangeBatch") ? new Outcome.Lost(why) : new Outcome.CouldNotAsk(why);
        }
    }

    /** In the SDK's words, where it has run out of time. */
    static String why(ApiReply<?> reply, Duration deadline) {
        return reply instanceof ApiReply.Refused<?> refused
                ? refused.code() + " (HTTP " + refused.status() + "): " + refused.message()
                : reply instanceof ApiReply.NoAnswer<?> ? "ApiCallTimeoutException: Client execution did not complete "
                        + "before the specified timeout configuration: " + deadline.toMillis() + " millis"
                        : "an answer of another kind: " + reply;
    }
}
