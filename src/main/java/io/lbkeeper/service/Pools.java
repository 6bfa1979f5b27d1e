package io.lbkeeper.service;

import io.lbkeeper.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The threads and connections of the checks, in keys of Camel's. All nodes are checked at once, those that are silent
 * once more while their last checks are still out, and nothing of it waits for anything else.
 */
final class Pools {
    /** By its node record and by the owner record a node can be at two addresses at which it is not. */
    private static final int MOST_NAMESAKES = 2;
    /** One that asks for a password is asked twice over one connection, and each may take the time of one. */
    private static final int MOST_REQUESTS = 2;
    /** Camel's own, for all that is not a check. */
    private static final int CONNECTIONS_BESIDE = 200;

    private Pools() {
    }

    static Map<String, String> of(Settings settings) {
        int targets = settings.nodes().size() + MOST_NAMESAKES;
        int raced = Math.max(1, settings.confirmations());
        int rounds = rounds(settings);
        Map<String, String> keys = new HashMap<>();
        keys.put("camel.threadpool.poolSize", String.valueOf(targets));
        keys.put("camel.threadpool.maxPoolSize", String.valueOf(targets));
        keys.putAll(threads("camel.threadpool.config[aside].", targets * rounds));
        keys.putAll(threads("camel.threadpool.config[race].", targets * rounds * raced));
        keys.put("camel.component.http.connectionsPerRoute", String.valueOf(rounds * raced));
        keys.put("camel.component.http.maxTotalConnections", String.valueOf(CONNECTIONS_BESIDE
                + targets * rounds * raced));
        return keys;
    }

    /** How many checks of one node can be out at once: a silent one is checked at most twice in each fastinter. */
    static int rounds(Settings settings) {
        Duration longest = settings.checkTimeout().multipliedBy(MOST_REQUESTS);
        Duration pause = settings.fastinter().dividedBy(2);
        return 2 + Math.toIntExact(longest.dividedBy(pause));
    }

    /** As many threads as there is work at the time. */
    private static Map<String, String> threads(String pool, int size) {
        return Map.of(pool + "poolSize", "1", pool + "maxPoolSize", String.valueOf(Math.max(1, size)),
                pool + "maxQueueSize", "0", pool + "keepAliveTime", "60");
    }
}
