package io.lbkeeper.cycle;

import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.DecisionTable;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Rules;

/** What {@link DecisionTable#decide} is. */
@FunctionalInterface
public interface Decider {
    Decision decide(Observation seen, Memory memory, Rules rules);
}
