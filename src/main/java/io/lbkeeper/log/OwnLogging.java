package io.lbkeeper.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.hook.DefaultShutdownHook;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * How Logback is set up where nobody has named a file for it: without one it needs no reader of XML, whose classes
 * would stay in memory. With {@code -Dlogback.configurationFile=FILE} that file counts instead.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class OwnLogging extends ContextAwareBase implements Configurator {
    private static final int QUEUED_LINES = 1024;
    private static final int FLUSH_MILLIS = 500;
    /**
     * What these report as a mistake is none: a stop in the middle of a check or a call is an ordinary stop, and that a
     * call ran out of time is told by the decision in a sentence, and by the SDK with a stack trace.
     */
    private static final List<String> ERRORS_ONLY = List.of("org.apache.camel.impl.engine.DefaultShutdownStrategy",
            "org.apache.camel.impl.engine.DefaultAsyncProcessorAwaitManager",
            "org.apache.camel.component.timer.TimerConsumer", "software.amazon.awssdk");

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
        PlainLines lines = new PlainLines();
        lines.setContext(logging);
        lines.start();
        out.setContext(logging);
        out.setName("out");
        out.setEncoder(lines);
        out.start();
        // Camel and the SDK speak up only when something is wrong.
        Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(queue(out, logging));
        logging.getLogger("lbkeeper").setLevel(Level.INFO);
        ERRORS_ONLY.forEach(name -> logging.getLogger(name).setLevel(Level.ERROR));
        DefaultShutdownHook hook = new DefaultShutdownHook();
        hook.setContext(logging);
        Runtime.getRuntime().addShutdownHook(new Thread(hook, "log-flush"));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** A reader that stalls costs lines of the log and never a cycle. */
    private static AsyncAppender queue(ConsoleAppender<ILoggingEvent> out, LoggerContext logging) {
        AsyncAppender queue = new AsyncAppender();
        queue.setContext(logging);
        queue.setName("never-waiting");
        queue.setQueueSize(QUEUED_LINES);
        queue.setDiscardingThreshold(0);
        queue.setNeverBlock(true);
        queue.setMaxFlushTime(FLUSH_MILLIS);
        queue.addAppender(out);
        queue.start();
        return queue;
    }
}
