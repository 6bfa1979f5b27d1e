package io.lbkeeper.routes;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What lbkeeper's own logger says while this is open. */
final class SeenLog implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("lbkeeper");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    SeenLog() {
        events.start();
        logger.addAppender(events);
    }

    /** Each as level and message. */
    List<String> lines() {
        return events.list.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(events);
    }
}
