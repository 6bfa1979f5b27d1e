package io.lbkeeper.localroute53.faults;

import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.zone.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts calls against a rate limit; what is over it is throttled as by AWS. */
public final class RateLimiter {
    private static final double NANOS = 1e9;
    private final Optional<RateLimit> limit;
    private final LongSupplier nanos;
    private final Map<String, Level> levels = new HashMap<>();
    private long calls;
    private long refused;

    private static final class Level {
        private double tokens;
        private long atNanos;
    }

    /** @param nanos the time, as {@link System#nanoTime} */
    public RateLimiter(Optional<RateLimit> limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
    }

    public synchronized void admit(Optional<ApiOperation> operation) throws Refusal {
        if (limit.isEmpty()) {
            return;
        }
        calls++;
        String name = operation.map(ApiOperation::apiName).orElse("");
        Level account = filled("*", limit.get().account());
        Level own = filled(name, limit.get().of(name));
        if (account.tokens < 1 || own.tokens < 1) {
            refused++;
            throw new Refusal("Throttling", "Rate exceeded");
        }
        account.tokens--;
        own.tokens--;
    }

    private Level filled(String name, RateLimit.Bucket bucket) {
        long now = nanos.getAsLong();
        Level level = levels.computeIfAbsent(name, key -> {
            Level full = new Level();
            full.tokens = bucket.burst();
            full.atNanos = now;
            return full;
        });
        level.tokens = Math.min(bucket.burst(),
                level.tokens + (now - level.atNanos) / NANOS * bucket.perSecond());
        level.atNanos = now;
        return level;
    }

    /** One line for the operator; nothing where there is no limit. */
    public synchronized Optional<String> tell() {
        return limit.map(rate -> "rate " + rate + ": refused " + refused + " of " + calls + " calls");
    }
}
