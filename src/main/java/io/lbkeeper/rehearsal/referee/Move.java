package io.lbkeeper.rehearsal.referee;

import java.time.Duration;

/**
 * The service record goes from one node to another.
 *
 * @param by          who sent the change: the new owner (it takes over) or the old one (it hands over)
 * @param asked       when it was asked for: a node that is stopped between that and sending can know no better
 * @param challenged  since when a challenge of {@code by} had stood; {@code at} where there was none
 * @param fromAddress where the old owner was
 */
record Move(Duration at, String by, Duration asked, String from, String to, String fromAddress, Duration challenged) {
    boolean isHandOver() {
        return by.equals(from);
    }
}
