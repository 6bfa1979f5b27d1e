package io.lbkeeper.scale;

import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * What the AWS SDK for Java does with a throttled call: it waits a random part of a second, of two seconds the next
 * time, and tries again, as long as the deadline and its allowance of retries last.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry behavior</a>
 */
final class SdkClient {
    static final int ALLOWANCE = 500;
    private static final int COST = 5;
    private static final long FIRST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long LEAST_ROUND_TRIP_NANOS = Duration.ofMillis(60).toNanos();
    private static final long MOST_ROUND_TRIP_NANOS = Duration.ofMillis(300).toNanos();

    private final VirtualTime time;
    private final ApiAccount account;
    private final SplittableRandom random;
    private int allowance = ALLOWANCE;

    SdkClient(VirtualTime time, ApiAccount account, SplittableRandom random) {
        this.time = time;
        this.account = account;
        this.random = random;
    }

    /**
     * One call with all its tries.
     *
     * @param then is told what is left of the deadline once it is let in; nothing if it never is
     */
    void call(ApiOperation operation, int tries, Duration deadline, Consumer<Optional<Duration>> then) {
        attempt(operation, 1, tries, time.now().plus(deadline), then);
    }

    private void attempt(ApiOperation operation, int number, int tries, Duration end,
            Consumer<Optional<Duration>> then) {
        if (account.admits(operation)) {
            allowance = Math.min(ALLOWANCE, allowance + (number > 1 ? COST : 1));
            then.accept(Optional.of(end.minus(time.now())));
            return;
        }
        long refusedAfter = random.nextLong(LEAST_ROUND_TRIP_NANOS, MOST_ROUND_TRIP_NANOS);
        long pause = random.nextLong(Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << (number - 1)));
        Duration again = time.now().plusNanos(refusedAfter + pause);
        if (number >= tries || allowance < COST) {
            time.after(Duration.ofNanos(refusedAfter), () -> then.accept(Optional.empty()));
        } else if (again.compareTo(end) >= 0) {
            time.at(end, () -> then.accept(Optional.empty()));
        } else {
            allowance -= COST;
            time.at(again, () -> attempt(operation, number + 1, tries, end, then));
        }
    }

    int allowance() {
        return allowance;
    }
}
