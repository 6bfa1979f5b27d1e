package io.lbkeeper.rehearsal.report;

import java.time.Duration;
import java.util.Optional;

/**
 * One line of a timeline.
 *
 * @param where a node, {@code network}, {@code dns} or {@code people}
 * @param name  of the decision, where it is one
 */
record Row(Duration at, String where, Sort sort, Optional<String> name, String text) {

    /** What kind of line it is; what comes at the same time comes in this order. */
    enum Sort {
        FAULT, HEAL, AGENT, DECISION, RECORDS, OUTCOME, BREACH
    }

    static Row of(Duration at, String where, Sort sort, String text) {
        return new Row(at, where, sort, Optional.empty(), text);
    }

    boolean isDecision(String ofNode) {
        return sort == Sort.DECISION && where.equals(ofNode);
    }
}
