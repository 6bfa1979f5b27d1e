package io.lbkeeper.demo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a lbkeeper's log.
 *
 * @param at    when it was said
 * @param level such as {@code INFO}
 * @param name  what the line tells of: a decision such as {@code TakeOver}, or what became of it; empty where the
 *              line names nothing
 * @param text  the rest: the reason
 */
record LogLine(Instant at, String level, String name, String text) {
    private static final Pattern LINE = Pattern.compile("(\\S+) +(TRACE|DEBUG|INFO|WARN|ERROR) +(.*)");
    private static final Pattern NAMED = Pattern.compile("([A-Z][A-Za-z]+(?: [a-z]+)?): (.+)");

    /** Empty for what is no log line, such as a stack trace. */
    static Optional<LogLine> parse(String line) {
        Matcher log = LINE.matcher(line);
        if (!log.matches()) {
            return Optional.empty();
        }
        try {
            Instant at = OffsetDateTime.parse(log.group(1)).toInstant();
            Matcher named = NAMED.matcher(log.group(3));
            return Optional.of(named.matches() ? new LogLine(at, log.group(2), named.group(1), named.group(2))
                    : new LogLine(at, log.group(2), "", log.group(3)));
        } catch (DateTimeException notALog) {
            return Optional.empty();
        }
    }

    /** Whether it belongs to the story; start-up notes and the like only go to the log file. */
    boolean matters() {
        return !name.isEmpty() || isAlarm();
    }

    Tone tone() {
        if (isAlarm()) {
            return Tone.ALARM;
        }
        return switch (name) {
            case "KeepRecord", "Own record" -> Tone.QUIET;
            case "TakeOver", "HandOver", "CreateRecord", "AdoptRecord" -> Tone.STRONG;
            default -> Tone.PLAIN;
        };
    }

    String told() {
        return name.isEmpty() ? text : name + ": " + text;
    }

    private boolean isAlarm() {
        return level.equals("WARN") || level.equals("ERROR");
    }
}
