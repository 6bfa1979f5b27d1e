package io.lbkeeper.check.online;

import io.lbkeeper.cycle.Ear;
import io.lbkeeper.cycle.Target;
import io.lbkeeper.settings.SharedSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the nodes' HAProxies have told beside their pages. */
final class HaproxyWords implements Ear {
    private final Supplier<Instant> wall;
    private final Map<String, SharedSettings> settings = new ConcurrentHashMap<>();
    private final Map<String, Duration> ahead = new ConcurrentHashMap<>();

    HaproxyWords(Supplier<Instant> wall) {
        this.wall = wall;
    }

    @Override
    public void heard(Target target, Optional<String> text, Optional<String> date) {
        text.flatMap(SharedSettings::parse).ifPresent(told -> settings.put(target.node(), told));
        date.flatMap(told -> ahead(told, wall.get())).ifPresent(far -> ahead.put(target.node(), far));
    }

    /** How far a clock that tells this date is ahead of another; an HTTP date has whole seconds. */
    static Optional<Duration> ahead(String httpDate, Instant now) {
        try {
            return Optional.of(Duration.between(now, ZonedDateTime.parse(httpDate,
                    DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Map<String, SharedSettings> settings() {
        return Map.copyOf(settings);
    }

    /** How far each node's clock is ahead of this machine's. */
    Map<String, Duration> clocks() {
        return Map.copyOf(ahead);
    }
}
