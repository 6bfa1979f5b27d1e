package io.lbkeeper.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the log is written.
 *
 * @param json    whether in ECS's JSON; else as it was set up
 * @param service the name that is kept on a living node
 * @param masked  takes the secrets out of a text
 */
public record LogForm(boolean json, String node, String service, String version, UnaryOperator<String> masked) {

    /** From now on the log is in this form. An operator's own logging that is no Logback is left as it is. */
    public void apply() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            applyTo(logging.getLogger(Logger.ROOT_LOGGER_NAME), logging);
        }
    }

    void applyTo(AppenderAttachable<ILoggingEvent> holder, LoggerContext logging) {
        for (Iterator<Appender<ILoggingEvent>> all = holder.iteratorForAppenders(); all.hasNext();) {
            Appender<ILoggingEvent> one = all.next();
            if (one instanceof OutputStreamAppender<ILoggingEvent> writing) {
                Encoder<ILoggingEvent> encoder = new MaskingEncoder(encoder(writing.getEncoder(), logging), masked);
                encoder.setContext(logging);
                encoder.start();
                writing.setEncoder(encoder);
            } else if (one instanceof AppenderAttachable<?> queue) {
                applyTo(holderOf(queue), logging);
            }
        }
    }

    private Encoder<ILoggingEvent> encoder(Encoder<ILoggingEvent> now, LoggerContext logging) {
        if (!json) {
            return now instanceof MaskingEncoder masking ? masking.plain() : now;
        }
        EcsLines lines = new EcsLines(node, service, version);
        lines.setContext(logging);
        lines.start();
        return lines;
    }

    /** Logback's own appenders that hold others hold them for the same events. */
    @SuppressWarnings("unchecked")
    private static AppenderAttachable<ILoggingEvent> holderOf(AppenderAttachable<?> queue) {
        return (AppenderAttachable<ILoggingEvent>) queue;
    }
}
