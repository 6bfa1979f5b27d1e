package io.lbkeeper.decision;

import java.util.Objects;

/**
 * A node's standing after a row of checks, counted as HAProxy counts its servers: {@code fall} failures in a row
 * take it down, {@code rise} good ones bring it back. A check that could not be judged counts for neither side
 * and breaks the row.
 *
 * @param up        whether the node counts as there
 * @param failures  failed checks in a row, up to the last
 * @param successes good checks in a row, up to the last
 * @param unjudged  checks in a row, up to the last, that could not be judged
 * @param last      the last check
 */
public record Streak(boolean up, int failures, int successes, int unjudged, Check last) {
    public Streak {
        Objects.requireNonNull(last);
    }

    /** Nothing is held against a node that has not been checked yet. */
    static Streak first(Check check, Rules rules) {
        return new Streak(true, 0, 0, 0, check).after(check, rules);
    }

    Streak after(Check check, Rules rules) {
        if (check.health() == Health.UNKNOWN) {
            return new Streak(up, 0, 0, unjudged + 1, check);
        }
        return check.health().isFailure()
                ? new Streak(up && failures + 1 < rules.fall(), failures + 1, 0, 0, check)
                : new Streak(up || successes + 1 >= rules.rise(), 0, successes + 1, 0, check);
    }

    /** Whether the next check may change the standing: then checks come at {@code fastinter}. */
    boolean isTurning(Rules rules) {
        return failures > 0 && !hasFallen(rules) || !up && successes > 0;
    }

    /** Whether the node can be trusted with the service record now. */
    public boolean isOk() {
        return up && last.health() == Health.OK;
    }

    /** Whether it has failed so often in a row, up to now, that it counts as gone. */
    boolean hasFallen(Rules rules) {
        return failures >= rules.fall();
    }

    /** Whether so many checks in a row, up to now, could not be judged that somebody has to look. */
    boolean isUnjudged(Rules rules) {
        return unjudged >= rules.fall();
    }
}
