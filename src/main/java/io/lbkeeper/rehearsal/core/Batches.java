package io.lbkeeper.rehearsal.core;

import io.lbkeeper.decision.Outcome;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.rehearsal.world.ApiReply;
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
            boolean lost = e.code().equals("InvalidChangeBatch");
            return lost ? new Outcome.Lost(e.getMessage()) : new Outcome.CouldNotAsk(e.code() + ": " + e.getMessage());
        }
    }

    static String why(ApiReply<?> reply) {
        return reply instanceof ApiReply.Refused<?> refused
                ? refused.code() + " (HTTP " + refused.status() + "): " + refused.message()
                : reply instanceof ApiReply.NoAnswer<?> none ? none.why() : "an answer of another kind: " + reply;
    }
}
