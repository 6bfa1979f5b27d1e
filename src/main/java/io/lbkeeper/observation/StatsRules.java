package io.lbkeeper.observation;

import java.time.Duration;
import java.util.List;

/**
 * What a stats page is held against.
 *
 * @param backends  required backends; empty means every backend that has servers
 * @param frontends the frontends that clients use, of which one must be open; empty means all but
 *                  {@value #STATS_FRONTEND}
 * @param grace     how long after HAProxy's start a server that was not checked yet is not believed to be up
 */
public record StatsRules(List<String> backends, List<String> frontends, Duration grace) {
    /** The frontend of haproxy/lbkeeper.cfg, through which the page is asked for. */
    public static final String STATS_FRONTEND = "lbkeeper";

    public StatsRules {
        backends = List.copyOf(backends);
        frontends = List.copyOf(frontends);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace is " + grace + ", which is less than zero");
        }
    }
}
