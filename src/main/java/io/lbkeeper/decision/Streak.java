package io.lbkeeper.decision;

import java.util.Objects;

/**
 * A node's standing after a row of checks, counted as HAProxy counts its servers: {@code fall} failures in a row
 * take it down, {@code rise} good ones bring it back. A check that could not be judged counts for neither side
 * and breaks the row.
 *
 * @param up       whether the node counts as there
 * @param against  checks in a row, up to the last, that speak against that standing
 * @param unjudged checks in a row, up to the last, that could not be judged
 * @param last     the last check
 */
public record Streak(boolean up, int against, int unjudged, Check last) {
    public Streak {
        Objects.requireNonNull(last);
    }

    /** Nothing is held against a node that has not been checked yet. */
    static Streak first(Check check, Rules rules) {
        return new Streak(true, 0, 0, check).after(check, rules);
    }

    Streak after(Check check, Rules rules) {
        if (check.health() == Health.UNKNOWN) {
            return new Streak(up, 0, unjudged + 1, check);
        }
        boolean contrary = check.health().isFailure() == up;
        int row = contrary ? against + 1 : 0;
        boolean turned = row >= (up ? rules.fall() : rules.rise());
        return turned ? new Streak(!up, 0, 0, check) : new Streak(up, row, 0, check);
    }

    /** Whether the next check may change the standing: then checks come at {@code fastinter}. */
    boolean isTurning() {
        return against > 0;
    }

    /** Whether the node can be trusted with the service record now. */
    public boolean isOk() {
        return up && last.health() == Health.OK;
    }
}
