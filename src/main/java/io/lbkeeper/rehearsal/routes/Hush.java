package io.lbkeeper.rehearsal.routes;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Keeps what rehearsed nodes log out of this process's own log: the trace tells what they do. */
final class Hush extends TurboFilter {
    private static final Hush ONLY = new Hush();

    private final ThreadLocal<Boolean> quiet = ThreadLocal.withInitial(() -> false);

    private Hush() {
    }

    static void begin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            synchronized (ONLY) {
                if (!logging.getTurboFilterList().contains(ONLY)) {
                    logging.addTurboFilter(ONLY);
                }
            }
        }
    }

    /** Does something of which this thread logs nothing. */
    static void during(Runnable work) {
        ONLY.quiet.set(true);
        try {
            work.run();
        } finally {
            ONLY.quiet.remove();
        }
    }

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] parameters,
            Throwable thrown) {
        return Thread.currentThread() instanceof Carrier || quiet.get() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
