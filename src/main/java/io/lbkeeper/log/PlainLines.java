package io.lbkeeper.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/** A line for people and for journald: when, how bad, what; and under it the first line of what was thrown. */
final class PlainLines extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter WHEN = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").appendOffset("+HH:MM", "Z").toFormatter()
            .withZone(ZoneId.systemDefault());

    @Override
    public byte[] headerBytes() {
        return null;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String level = event.getLevel().toString();
        return (WHEN.format(event.getInstant()) + " " + level + " ".repeat(Math.max(0, 5 - level.length())) + " "
                + event.getFormattedMessage() + System.lineSeparator() + thrown(event))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String thrown(ILoggingEvent event) {
        if (event.getThrowableProxy() == null) {
            return "";
        }
        ThrowableProxyConverter shortly = new ThrowableProxyConverter();
        shortly.setOptionList(List.of("short"));
        shortly.start();
        return shortly.convert(event);
    }

    @Override
    public byte[] footerBytes() {
        return null;
    }
}
