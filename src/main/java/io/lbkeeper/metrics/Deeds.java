package io.lbkeeper.metrics;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Contest;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Requests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Counts what this node does: its writes, its moves of the name, and how its challenges end. */
public final class Deeds implements Witness {
    private static final List<String> RESULTS = List.of("applied", "lost", "unconfirmed");
    private static final List<String> WRITING = List.of("CreateRecord", "AdoptRecord", "UpdateAddress", "Challenge",
            "WithdrawChallenge", "RefuteChallenge", "HandOver", "TakeOver");
    private static final List<String> REASONS = List.of("owner_gone", "haproxy_bad", "drain", "switchover");
    private static final List<String> ENDS = List.of("made", "refuted", "withdrawn", "won", "answered");

    private final MeterRegistry meters;
    private Requests asked = Requests.none();
    private Optional<Duration> lastRefuted = Optional.empty();

    public Deeds(MeterRegistry meters) {
        this.meters = meters;
        // Each is there from the start, at zero: an increase from nothing is none that Prometheus can see.
        WRITING.forEach(decision -> RESULTS.forEach(result -> writes(decision, result)));
        REASONS.forEach(this::moves);
        ENDS.forEach(this::challenges);
    }

    @Override
    public synchronized void decided(Sight sight) {
        asked = sight.seen().requests();
        Optional<Duration> refuted = sight.memory().contest().setback().filter(Contest.Setback::refuted)
                .map(Contest.Setback::at);
        if (refuted.isPresent() && !refuted.equals(lastRefuted)) {
            challenges("refuted").increment();
        }
        lastRefuted = refuted;
    }

    @Override
    public synchronized void acted(Decision.Changing sent, Outcome outcome) {
        writes(sent.name(), result(outcome)).increment();
        if (!(outcome instanceof Outcome.Applied)) {
            return;
        }
        if (sent instanceof Decision.Moving) {
            moves(reason(sent)).increment();
        }
        end(sent).ifPresent(end -> challenges(end).increment());
    }

    private static String result(Outcome outcome) {
        return outcome instanceof Outcome.Applied ? "applied" : outcome instanceof Outcome.Lost ? "lost"
                : "unconfirmed";
    }

    private String reason(Decision.Changing move) {
        return move instanceof Decision.TakeOver ? "owner_gone" : asked.drain().isPresent() ? "drain"
                : asked.switchover().isPresent() ? "switchover" : "haproxy_bad";
    }

    private static Optional<String> end(Decision.Changing sent) {
        return sent instanceof Decision.Challenge ? Optional.of("made")
                : sent instanceof Decision.WithdrawChallenge ? Optional.of("withdrawn")
                : sent instanceof Decision.TakeOver ? Optional.of("won")
                : sent instanceof Decision.RefuteChallenge ? Optional.of("answered") : Optional.empty();
    }

    private Counter writes(String decision, String result) {
        return Counter.builder(Names.WRITES).description("Changes of records that this node sent, by what they were "
                + "for and what became of them.").tag("decision", decision).tag("result", result).register(meters);
    }

    private Counter moves(String reason) {
        return Counter.builder(Names.MOVES).description("Moves of the service record that this node made, by reason.")
                .tag("reason", reason).register(meters);
    }

    private Counter challenges(String outcome) {
        return Counter.builder(Names.CHALLENGES).description("Challenges: made, refuted by the owner, withdrawn or won "
                + "by this node; or answered by it, as the owner.").tag("outcome", outcome).register(meters);
    }
}
