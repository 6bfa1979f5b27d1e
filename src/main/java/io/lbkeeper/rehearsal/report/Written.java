package io.lbkeeper.rehearsal.report;

import java.time.Duration;

/**
 * A change of the records, and what it came to.
 *
 * @param by   a node, or {@code human}
 * @param text what the records say now that they did not say before, in words
 */
record Written(Duration at, String by, Sort sort, String text) {

    /** What a change of the records was for, seen from outside. */
    enum Sort {
        REGISTERED, CREATED, ADOPTED, TOOK_OVER, HANDED_OVER, FOLLOWED, MENDED, CHALLENGED, REFUTED, WITHDREW,
        BY_PEOPLE, OTHER;

        /** Whether the name went from one node to another. */
        boolean isMove() {
            return this == TOOK_OVER || this == HANDED_OVER;
        }

        /** Whether the owner record was written. */
        boolean isOwnerRecord() {
            return this != REGISTERED && this != BY_PEOPLE;
        }
    }
}
