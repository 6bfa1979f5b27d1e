package io.lbkeeper.rehearsal.world;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The paths between the machines. A connection is a handshake and then one exchange, each sent again as Linux does:
 * SYN after 1, 3 and 7 s, data after 0.2, 0.6, 1.4 and 3 s. So at 10 % loss each way 20 % of connections fail within
 * 1 s and 7 % within 1.2 s, which is what was measured in network namespaces.
 */
final class Network {
    private static final long[] SYN_NANOS = nanos(0, 1000, 3000, 7000);
    private static final long[] DATA_NANOS = nanos(0, 200, 600, 1400, 3000, 6200);
    private static final long[] ONCE_NANOS = nanos(0);
    private static final long ONE_WAY_NANOS = Duration.ofMillis(1).toNanos();
    /** Through the kernel of one machine, and back. */
    static final long LOOPBACK_NANOS = Duration.ofMillis(1).toNanos();
    /** Longer than any deadline. */
    static final long NEVER_NANOS = Duration.ofDays(1).toNanos();

    private final SplittableRandom random;

    Network(SplittableRandom random) {
        this.random = random;
    }

    private static long[] nanos(long... millis) {
        long[] nanos = new long[millis.length];
        for (int i = 0; i < millis.length; i++) {
            nanos[i] = Duration.ofMillis(millis[i]).toNanos();
        }
        return nanos;
    }

    /** How long until a connection between two machines is open; {@link #NEVER_NANOS} where it never is. */
    long connectNanos(Conditions now, int from, int to) {
        return phaseNanos(now, from, to, SYN_NANOS);
    }

    /** How long until a ping is answered: one packet there and one back, which nobody sends again. */
    long echoNanos(Conditions now, int from, int to) {
        return phaseNanos(now, from, to, ONCE_NANOS);
    }

    /** How long until a question over an open connection is answered. */
    long exchangeNanos(Conditions now, int from, int to) {
        return phaseNanos(now, from, to, DATA_NANOS);
    }

    /** Whether packets go both ways, or some of them. */
    boolean isOpen(Conditions now, int from, int to) {
        return !now.cut[from][to] && !now.cut[to][from] && !now.blackholed[from] && !now.blackholed[to];
    }

    private long phaseNanos(Conditions now, int from, int to, long[] triesNanos) {
        if (!isOpen(now, from, to)) {
            return NEVER_NANOS;
        }
        long roundTrip = 2 * ONE_WAY_NANOS + now.delayNanos[from][to] + now.delayNanos[to][from];
        double passing = now.passing[from][to] * now.passing[to][from];
        if (passing >= 1) {
            return roundTrip;
        }
        for (long tryNanos : triesNanos) {
            if (random.nextDouble() < passing) {
                return tryNanos + roundTrip;
            }
        }
        return NEVER_NANOS;
    }
}
