package io.lbkeeper.notice;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** One channel: delivers a notice after the other, each with so many tries. */
final class Lane {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int PAUSES_GROW_BY = 4;
    private static final int LONGEST_WHY_CHARS = 300;

    private final String channel;
    private final int tries;
    private final Way way;
    private final Pause pause;
    private final Deliveries deliveries;
    private final UnaryOperator<String> masked;

    /** Over which a notice goes. */
    @FunctionalInterface
    interface Way {
        /** @throws Exception if it did not arrive */
        void send(Notice notice) throws Exception;
    }

    /** Lets time pass between two tries. */
    @FunctionalInterface
    interface Pause {
        void take(Duration length) throws InterruptedException;
    }

    /** @param masked takes the secrets out of a message */
    Lane(String channel, int tries, Way way, Pause pause, Deliveries deliveries, UnaryOperator<String> masked) {
        this.channel = channel;
        this.tries = tries;
        this.way = way;
        this.pause = pause;
        this.deliveries = deliveries;
        this.masked = masked;
    }

    /** Returns when it has arrived, or is lost. */
    void deliver(Notice notice) {
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                way.send(notice);
                deliveries.arrived(channel);
                return;
            } catch (Exception e) {
                if (attempt == tries) {
                    deliveries.lost(channel, why(e));
                    return;
                }
            }
            deliveries.retried(channel);
            try {
                pause.take(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                deliveries.lost(channel, "lbkeeper was stopped between two tries");
                return;
            }
            wait = wait.multipliedBy(PAUSES_GROW_BY);
        }
    }

    /** The outermost message, and the innermost one, which often says more; on one line, and short. */
    private String why(Exception failure) {
        Throwable innermost = failure;
        for (int depth = 0; innermost.getCause() != null && depth < LONGEST_WHY_CHARS; depth++) {
            innermost = innermost.getCause();
        }
        String outer = message(failure);
        String inner = message(innermost);
        String all = outer.contains(inner) ? outer : outer + "; because: " + inner;
        String line = masked.apply(all).replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() > LONGEST_WHY_CHARS ? line.substring(0, LONGEST_WHY_CHARS) + "..." : line;
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
