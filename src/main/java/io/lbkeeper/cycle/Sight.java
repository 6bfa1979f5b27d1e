package io.lbkeeper.cycle;

import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Rules;

/**
 * One cycle as it was decided.
 *
 * @param memory with what the cycle saw and decided
 * @param news   whether the decision is another than the last cycle's, or a reminder of it is due
 */
public record Sight(Observation seen, Memory memory, Decision decision, boolean news, Rules rules) {
}
