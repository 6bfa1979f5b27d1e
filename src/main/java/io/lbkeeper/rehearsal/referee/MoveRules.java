package io.lbkeeper.rehearsal.referee;

import io.lbkeeper.rehearsal.world.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** When a node may move the service record. */
final class MoveRules {
    static final String NEVER_FROM_A_LIVING_OWNER = "never-from-a-living-owner";
    static final String NEVER_UNASKED = "never-unasked";
    static final String NEVER_ON_UNKNOWN = "never-on-unknown";
    static final String TO_A_WELL_NODE = "to-a-well-node";
    static final String HOLD_DOWN = "hold-down";

    private record Made(Duration at, int generation) {
    }

    private final Cluster cluster;
    private final Spans spans;
    private final Sights sights;
    private final Map<String, Made> last = new HashMap<>();
    private final List<Function<Move, Optional<BatchRules.Finding>>> rules = new ArrayList<>();

    MoveRules(Cluster cluster, Spans spans, Sights sights) {
        this.cluster = cluster;
        this.spans = spans;
        this.sights = sights;
        rules.add(this::fromLiving);
        rules.add(this::unasked);
        rules.add(this::onUnknown);
        rules.add(this::toUnwell);
    }

    List<BatchRules.Finding> judge(Move move, int generation) {
        List<BatchRules.Finding> found = new ArrayList<>();
        rules.forEach(rule -> rule.apply(move).ifPresent(found::add));
        heldDown(move, generation).ifPresent(found::add);
        last.put(move.by(), new Made(move.at(), generation));
        return found;
    }

    /**
     * {@value #NEVER_FROM_A_LIVING_OWNER}: nobody takes the name from an owner that from one interval before the
     * challenge was placed (before the move, where none was) up to the move had an OK HAProxy, ran without a break,
     * had every call of the API answered in time, and knew its address, which stayed the same.
     */
    private Optional<BatchRules.Finding> fromLiving(Move move) {
        Duration since = move.challenged().minus(interval());
        boolean living = !move.isHandOver() && spans.ableSince(cluster.nodes().indexOf(move.from()), since);
        return found(living, NEVER_FROM_A_LIVING_OWNER, move.by() + " took the name from " + move.from()
                + ", which was OK, ran and reached the API since before "
                + (move.challenged().equals(move.at()) ? "the move; there was no challenge"
                : "the challenge of " + move.challenged().toMillis() / 1000.0 + " s"));
    }

    /**
     * {@value #NEVER_UNASKED}: no owner gives the name away whose own HAProxy has been OK since two intervals before
     * it asked for that.
     */
    private Optional<BatchRules.Finding> unasked(Move move) {
        boolean ok = move.isHandOver() && spans.okSince(cluster.nodes().indexOf(move.from()),
                move.asked().minus(interval().multipliedBy(2)));
        return found(ok, NEVER_UNASKED, move.by() + " gave the name to " + move.to() + " with its own HAProxy OK");
    }

    /** {@value #NEVER_ON_UNKNOWN}: what the mover saw last of the owner's HAProxy could be judged. */
    private Optional<BatchRules.Finding> onUnknown(Move move) {
        boolean unknown = sights.couldNotJudge(move.by(), move.isHandOver() ? "" : move.fromAddress(),
                move.asked());
        return found(unknown, NEVER_ON_UNKNOWN, move.by() + " moved the name from " + move.from()
                + ", whose HAProxy it could not judge");
    }

    /** {@value #TO_A_WELL_NODE}: the new owner's HAProxy was OK at some time in the two intervals before asking. */
    private Optional<BatchRules.Finding> toUnwell(Move move) {
        boolean well = spans.okAfter(cluster.nodes().indexOf(move.to()),
                move.asked().minus(interval().multipliedBy(2)));
        return found(!well, TO_A_WELL_NODE, move.by() + " moved the name to " + move.to()
                + ", whose HAProxy was not OK");
    }

    /** {@value #HOLD_DOWN}: one run of a node's lbkeeper makes no two moves within lb.hold-down. */
    private Optional<BatchRules.Finding> heldDown(Move move, int generation) {
        Made before = last.get(move.by());
        Duration holdDown = cluster.settings().holdDown();
        boolean soon = before != null && before.generation() == generation
                && move.at().minus(before.at()).compareTo(holdDown) < 0;
        return found(soon, HOLD_DOWN, move.by() + " moved the name twice within lb.hold-down="
                + holdDown.toSeconds() + " s");
    }

    private Duration interval() {
        return cluster.settings().interval();
    }

    private static Optional<BatchRules.Finding> found(boolean broken, String invariant, String what) {
        return broken ? Optional.of(new BatchRules.Finding(invariant, what)) : Optional.empty();
    }
}
