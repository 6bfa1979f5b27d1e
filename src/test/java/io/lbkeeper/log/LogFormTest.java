package io.lbkeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LogFormTest {
    private final LoggerContext logging = new LoggerContext();
    private final Logger ours = logging.getLogger("lbkeeper");

    LogFormTest() {
        logging.setMDCAdapter(new LogbackMDCAdapter());
    }

    @Test
    void aDecisionIsAnEventWithItsNameAndItsReason() throws IOException {
        JsonNode line = json(event(ours, Level.WARN, "RefuseToMove: It holds: two.", null));
        assertThat(line.get("event.action").textValue()).isEqualTo("RefuseToMove");
        assertThat(line.get("event.reason").textValue()).isEqualTo("It holds: two.");
        assertThat(line.get("event.kind").textValue()).isEqualTo("alert");
        assertThat(line.get("message").textValue()).isEqualTo("RefuseToMove: It holds: two.");
        assertThat(line.get("log.level").textValue()).isEqualTo("WARN");
        assertThat(line.get("@timestamp").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z");
        assertThat(line.get("service.name").textValue()).isEqualTo("lbkeeper");
        assertThat(line.get("service.version").textValue()).isEqualTo("1.0");
        assertThat(line.get("lbkeeper.node").textValue()).isEqualTo("lb1");
        assertThat(line.get("lbkeeper.service").textValue()).isEqualTo("lb.example.com");
    }

    @Test
    void whatIsNoDecisionHasNoAction() throws IOException {
        for (String message : List.of("lbkeeper 1.0 on lb1 keeps it", "Nothing: is one", "RefuseToMove")) {
            assertThat(json(event(ours, Level.INFO, message, null)).has("event.action")).as(message).isFalse();
        }
        assertThat(json(event(logging.getLogger("org.example"), Level.INFO, "KeepRecord: x", null))
                .has("event.action")).isFalse();
        assertThat(json(event(ours, Level.INFO, "Summary: all quiet.", null)).get("event.action").textValue())
                .isEqualTo("summarize");
    }

    @Test
    void anExceptionIsOnTheSameLine() throws IOException {
        JsonNode line = json(event(ours, Level.ERROR, "failed", new IllegalStateException("a\n\"b\"")));
        assertThat(line.get("error.type").textValue()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.get("error.message").textValue()).isEqualTo("a\n\"b\"");
        assertThat(line.get("error.stack_trace").textValue()).contains("LogFormTest");
    }

    @Property(tries = 300)
    void whateverIsLoggedIsOneJsonObjectALine(@ForAll String text) throws IOException {
        JsonNode line = json(event(ours, Level.INFO, "KeepRecord: " + text, null));
        assertThat(line.get("message").textValue()).startsWith("KeepRecord: ");
        json(event(ours, Level.INFO, "failed", new IllegalStateException(text)));
    }

    @Test
    void secretsAreMaskedInBothForms() {
        for (boolean json : new boolean[] {true, false}) {
            PatternLayoutEncoder pattern = new PatternLayoutEncoder();
            pattern.setContext(logging);
            pattern.setPattern("%msg%n%ex{short}");
            pattern.start();
            OutputStreamAppender<ILoggingEvent> out = new OutputStreamAppender<>();
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            out.setContext(logging);
            out.setEncoder(pattern);
            out.setOutputStream(written);
            out.start();
            Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.addAppender(out);
            form(json).applyTo(root, logging);
            root.error("It is SECRET.", new IllegalStateException("SECRET too"));
            root.detachAppender(out);
            assertThat(written.toString(StandardCharsets.UTF_8)).contains("It is ******.").contains("****** too")
                    .doesNotContain("SECRET");
        }
    }

    private static LogForm form(boolean json) {
        return new LogForm(json, "lb1", "lb.example.com", "1.0", text -> text.replace("SECRET", "******"));
    }

    private JsonNode json(ILoggingEvent event) throws IOException {
        EcsLines lines = new EcsLines("lb1", "lb.example.com", "1.0");
        lines.setContext(logging);
        lines.start();
        String line = new String(lines.encode(event), StandardCharsets.UTF_8);
        assertThat(line.indexOf('\n')).as("the end of %s", line).isEqualTo(line.length() - 1);
        return new ObjectMapper().readTree(line);
    }

    private static ILoggingEvent event(Logger logger, Level level, String message, Throwable thrown) {
        return new LoggingEvent("", logger, level, message, thrown, null);
    }
}
