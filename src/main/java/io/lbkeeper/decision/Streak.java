package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A node's standing after a row of checks, counted as HAProxy counts its servers: {@code fall} failures in a row
 * take it down, {@code rise} good ones bring it back. A check that could not be judged counts for neither side
 * and breaks the row.
 *
 * @param up           whether the node counts as there
 * @param failures     failed checks in a row, up to the last
 * @param successes    good checks in a row, up to the last
 * @param unjudged     checks in a row, up to the last, that could not be judged
 * @param silences     checks in a row, up to the last, that said that the lbkeeper there is silent
 * @param failingSince when the row of failed checks began, where there is one
 * @param last         the last check
 */
public record Streak(boolean up, int failures, int successes, int unjudged, int silences,
        Optional<Duration> failingSince, Check last) {
    public Streak {
        Objects.requireNonNull(failingSince);
        Objects.requireNonNull(last);
    }

    /** Nothing is held against a node that has not been checked yet. */
    static Streak first(Check check, Duration at, Rules rules) {
        return new Streak(true, 0, 0, 0, 0, Optional.empty(), check).after(check, at, rules);
    }

    Streak after(Check check, Duration at, Rules rules) {
        int silent = check.agent() == Check.Agent.SILENT ? silences + 1 : 0;
        if (check.health() == Health.UNKNOWN) {
            return new Streak(up, 0, 0, unjudged + 1, silent, Optional.empty(), check);
        }
        return check.health().isFailure()
                ? new Streak(up && failures + 1 < rules.fall(), failures + 1, 0, 0, silent,
                        failingSince.or(() -> Optional.of(at)), check)
                : new Streak(up || successes + 1 >= rules.rise(), 0, successes + 1, 0, silent, Optional.empty(), check);
    }

    /** Whether the next check may change the standing: then checks come at {@code fastinter}. */
    boolean isTurning(Rules rules) {
        return failures > 0 && !hasFallen(rules) || !up && successes > 0;
    }

    /** Whether the node can be trusted with the service record now. */
    public boolean isOk() {
        return up && last.health() == Health.OK;
    }

    /** Whether the last check counts against it. */
    boolean isFailing() {
        return failures > 0;
    }

    /** Whether it has failed so often in a row, up to now, that it counts as gone. */
    boolean hasFallen(Rules rules) {
        return failures >= rules.fall();
    }

    /** Whether its row of failures is at least so old. */
    boolean hasFailedFor(Duration time, Duration at) {
        return failingSince.filter(since -> at.minus(since).compareTo(time) >= 0).isPresent();
    }

    /** Whether so many checks in a row, up to now, could not be judged that somebody has to look. */
    boolean isUnjudged(Rules rules) {
        return unjudged >= rules.fall();
    }

    /** Whether so many checks in a row, up to now, said that its lbkeeper is silent that somebody has to look. */
    boolean isSilent(Rules rules) {
        return silences >= rules.fall();
    }
}
