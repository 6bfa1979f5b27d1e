package io.lbkeeper.scale;

import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.faults.RateLimit;
import io.lbkeeper.localroute53.faults.RateLimiter;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/** One AWS account: the token buckets that all its callers share, and how many calls they offered to it. */
final class ApiAccount {
    private final VirtualTime time;
    private final RateLimiter buckets;
    private final TreeMap<Long, Integer> offeredBySecond = new TreeMap<>();
    private final TreeMap<Long, Integer> servedBySecond = new TreeMap<>();

    /** What was counted in some time. */
    record Load(Duration over, long offered, long served, int busiestSecond) {
        double offeredPerSecond() {
            return offered / (over.toMillis() / 1000.0);
        }

        double servedPerSecond() {
            return served / (over.toMillis() / 1000.0);
        }

        double throttledPercent() {
            return offered == 0 ? 0 : 100.0 * (offered - served) / offered;
        }
    }

    ApiAccount(VirtualTime time, RateLimit limit) {
        this.time = time;
        buckets = new RateLimiter(Optional.of(limit), () -> time.now().toNanos());
    }

    /** Whether the account takes this call now. */
    boolean admits(ApiOperation operation) {
        offeredBySecond.merge(time.now().toSeconds(), 1, Integer::sum);
        try {
            buckets.admit(Optional.of(operation));
        } catch (Refusal throttled) {
            return false;
        }
        servedBySecond.merge(time.now().toSeconds(), 1, Integer::sum);
        return true;
    }

    Load load(Duration from, Duration until) {
        var offered = offeredBySecond.subMap(from.toSeconds(), until.toSeconds()).values();
        var served = servedBySecond.subMap(from.toSeconds(), until.toSeconds()).values();
        return new Load(until.minus(from), offered.stream().mapToLong(count -> count).sum(),
                served.stream().mapToLong(count -> count).sum(),
                offered.stream().mapToInt(count -> count).max().orElse(0));
    }
}
