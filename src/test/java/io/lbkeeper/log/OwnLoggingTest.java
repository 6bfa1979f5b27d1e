package io.lbkeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OwnLoggingTest {
    private static final String FILE = "logback.configurationFile";
    private final LoggerContext logging = new LoggerContext();

    OwnLoggingTest() {
        logging.setMDCAdapter(new LogbackMDCAdapter());
    }

    @Test
    void itSpeaksOfItsOwnAndOfWhatIsWrongElsewhere() {
        assertThat(new OwnLogging().configure(logging)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        assertThat(logging.getLogger("lbkeeper").isEnabledFor(Level.INFO)).isTrue();
        assertThat(logging.getLogger("org.apache.camel").isEnabledFor(Level.INFO)).isFalse();
        assertThat(logging.getLogger("org.apache.camel").isEnabledFor(Level.WARN)).isTrue();
        assertThat(logging.getLogger("software.amazon.awssdk.core").isEnabledFor(Level.WARN)).isFalse();
        assertThat(logging.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders()).toIterable().singleElement()
                .isInstanceOfSatisfying(AsyncAppender.class,
                        queue -> assertThat(queue.isNeverBlock()).as("a stalled reader holds nobody up").isTrue());
        logging.stop();
    }

    @Test
    void aFileThatIsNamedCountsInstead() {
        System.setProperty(FILE, "/etc/own.xml");
        try {
            assertThat(new OwnLogging().configure(logging)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
            assertThat(logging.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders()).toIterable().isEmpty();
        } finally {
            System.clearProperty(FILE);
        }
    }

    @Test
    void aLineSaysWhenHowBadAndWhat() {
        assertThat(line(Level.INFO, "KeepRecord: all is well", null))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) INFO  "
                        + "KeepRecord: all is well\\R");
        assertThat(line(Level.ERROR, "failed", null)).contains(" ERROR failed");
    }

    @Test
    void whatWasThrownIsToldInItsFirstLines() {
        String told = line(Level.WARN, "failed", new IllegalStateException("outer",
                new IllegalArgumentException("in")));
        assertThat(told.lines()).hasSizeBetween(3, 7).anyMatch(one -> one.contains("IllegalStateException: outer"))
                .anyMatch(one -> one.contains("IllegalArgumentException: in"));
    }

    private String line(Level level, String message, Throwable thrown) {
        return new String(new PlainLines().encode(new LoggingEvent("org.example.Caller",
                logging.getLogger("lbkeeper"), level, message, thrown, null)), StandardCharsets.UTF_8);
    }
}
