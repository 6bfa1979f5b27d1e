package io.lbkeeper.http;

import io.lbkeeper.status.Alarms;
import io.lbkeeper.status.Status;
import io.lbkeeper.status.StatusJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What is served, by path. */
public final class Resources {
    private Resources() {
    }

    /**
     * What is asked for when somebody looks.
     *
     * @param hungry   for how long no cycle has completed
     * @param starving whether that is too long
     * @param metrics  as they are served
     */
    public record Sources(String node, Supplier<Optional<Status>> status, Alarms alarms, Supplier<Duration> hungry,
            BooleanSupplier starving, Supplier<Reply> metrics, Supplier<Instant> wall) {
    }

    public static Map<String, Supplier<Reply>> of(Sources from) {
        Health health = new Health(from.status(), from.alarms(), from.hungry(), from.starving(), from.wall());
        return Map.of("/", new StatusPage(from.node(), from.status(), from.wall()),
                "/observe/health/live", health::live,
                "/observe/health/ready", health::ready,
                "/observe/status", () -> status(from.status().get()),
                "/observe/metrics", from.metrics());
    }

    private static Reply status(Optional<Status> current) {
        return current.map(known -> Reply.of(Reply.OK, Reply.JSON, StatusJson.write(known)))
                .orElseGet(() -> Reply.inWords(Reply.UNAVAILABLE, "No cycle has completed yet."));
    }
}
