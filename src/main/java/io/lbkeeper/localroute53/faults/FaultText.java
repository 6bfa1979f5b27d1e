package io.lbkeeper.localroute53.faults;

import io.lbkeeper.localroute53.call.ApiOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads faults from their texts, and finds all that is wrong with them before it says so. */
public final class FaultText {
    public static final String FORM = "KIND[=TIME][:CALL[:TIMES]]";
    private static final int PARTS_LIMIT = 3;
    /** The HTTP front gives up an answer that takes longer; see ApiFront. */
    private static final Duration DELAY_LIMIT = Duration.ofSeconds(60);
    private static final double ALL_PERCENT = 100;
    private final String text;
    private final List<String> problems;

    private FaultText(String text, List<String> problems) {
        this.text = text;
        this.problems = problems;
    }

    static List<Fault> read(List<String> texts) {
        List<String> problems = new ArrayList<>();
        List<Optional<Fault>> faults = texts.stream().map(text -> new FaultText(text.strip(), problems).read())
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return faults.stream().map(Optional::orElseThrow).toList();
    }

    private Optional<Fault> read() {
        String[] parts = text.split(":", -1);
        if (parts.length > PARTS_LIMIT) {
            wrong("has " + parts.length + " parts: write " + FORM);
        }
        String[] head = parts[0].split("=", 2);
        Optional<FaultKind> kind = FaultKind.find(head[0]);
        if (kind.isEmpty()) {
            wrong("is of no known kind: \"" + head[0] + "\" is none of " + FaultKind.words());
        }
        Duration time = kind.map(known -> time(known, head)).orElse(Duration.ZERO);
        if (kind.filter(known -> known == FaultKind.PENDING).isPresent() && parts.length > 1) {
            wrong("names a call or times, but it is for all changes: write pending=30s");
        }
        String usual = kind.filter(known -> known == FaultKind.PRIOR_REQUEST)
                .map(known -> ApiOperation.CHANGE_RESOURCE_RECORD_SETS.apiName()).orElse(Fault.EVERY_CALL);
        String call = parts.length > 1 ? call(parts[1]) : usual;
        Fault.Times times = parts.length > 2 ? times(parts[2]) : new Fault.Times.Always();
        return kind.map(known -> new Fault(known, time, call, times));
    }

    private void wrong(String what) {
        problems.add("fault \"" + text + "\" " + what);
    }

    private Duration time(FaultKind kind, String[] head) {
        if (!kind.takesTime()) {
            if (head.length > 1) {
                wrong("has a time, which " + kind.word() + " does not take");
            }
            return Duration.ZERO;
        }
        Optional<Duration> time = head.length > 1 ? DurationText.read(head[1]) : Optional.empty();
        if (time.isEmpty()) {
            wrong("needs a time: write " + kind.word() + "=TIME, with a TIME as " + DurationText.ALLOWED);
        } else if (kind != FaultKind.PENDING && time.get().compareTo(DELAY_LIMIT) > 0) {
            wrong("waits for more than " + DELAY_LIMIT.toSeconds() + "s, which is the most");
        }
        return time.orElse(Duration.ZERO);
    }

    private String call(String name) {
        if (!name.equals(Fault.EVERY_CALL) && !ApiOperation.apiNames().contains(name)) {
            wrong("names no known call: \"" + name + "\" is neither * (all calls) nor one of "
                    + String.join(", ", ApiOperation.apiNames()));
        }
        return name;
    }

    private Fault.Times times(String given) {
        if (given.matches("[1-9]\\d{0,8}")) {
            return new Fault.Times.First(Integer.parseInt(given));
        }
        if (given.matches("\\d{1,3}(\\.\\d{1,6})?%")) {
            double percent = Double.parseDouble(given.substring(0, given.length() - 1));
            if (percent > 0 && percent <= ALL_PERCENT) {
                return new Fault.Times.Chance(percent);
            }
        }
        wrong("strikes \"" + given + "\" times: write a count from 1, as 3 for the first three calls, or a chance"
                + " over 0 % and up to 100 %, as 30%");
        return new Fault.Times.Always();
    }
}
