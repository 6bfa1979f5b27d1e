package io.lbkeeper.rehearsal.core;

import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.DecisionTable;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What an agent is made of, each part to be exchanged for a bad one, to see that a rehearsal finds it.
 *
 * @param decider how it decides
 * @param sight   what it takes a check for
 * @param hand    what it sends for a change
 * @param rules   what it takes its settings to be
 * @param ear     what it does when a line has ended
 */
public record Wiring(Cycle.Decider decider, UnaryOperator<Check> sight, Function<Change, List<RecordChange>> hand,
        UnaryOperator<Rules> rules, Ear ear) {

    /** Is told that a line that this node held has ended. */
    @FunctionalInterface
    public interface Ear {
        void ended(String node, Cycle cycle);
    }

    /** As shipped. */
    public static Wiring shipped() {
        return new Wiring(DecisionTable::decide, UnaryOperator.identity(), ZoneView::batch,
                UnaryOperator.identity(), (node, cycle) -> cycle.stir());
    }

    public Wiring deciding(Cycle.Decider other) {
        return new Wiring(other, sight, hand, rules, ear);
    }

    public Wiring seeing(UnaryOperator<Check> other) {
        return new Wiring(decider, other, hand, rules, ear);
    }

    public Wiring sending(Function<Change, List<RecordChange>> other) {
        return new Wiring(decider, sight, other, rules, ear);
    }

    public Wiring ruledBy(UnaryOperator<Rules> other) {
        return new Wiring(decider, sight, hand, other, ear);
    }

    public Wiring hearing(Ear other) {
        return new Wiring(decider, sight, hand, rules, other);
    }
}
