package io.lbkeeper.notice;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes notices of what is news, each matter once: it is told again as a reminder while it stands, and anew after it
 * has ended. One that comes and goes is told at once a few times an hour, and then no more often than a reminder; the
 * next notice of it says how often it was left out.
 */
public final class Notices implements Witness {
    /** As often as a standing alarm is logged again. */
    static final Duration REMINDER = Duration.ofMinutes(10);
    /** So often an hour a matter is told at once, each time it comes up. */
    static final int AT_ONCE_AN_HOUR = 3;
    private static final int MOST_WAITING = 100;
    private static final String DECISION = "decision ";

    private final String node;
    private final String service;
    private final NoticeCounts counts;
    private final Supplier<Duration> clock;
    private final Supplier<Instant> wallClock;
    private final Supplier<Map<String, String>> alarms;

    private Least least = Least.ALL;
    private boolean anybody;
    private final Map<String, Matter> matters = new LinkedHashMap<>();
    private final Map<String, String> standing = new LinkedHashMap<>();
    private final List<Notice> waiting = new ArrayList<>();

    /**
     * @param clock  a monotonic clock
     * @param alarms those that stand and are no decisions: a sentence for each key
     */
    public Notices(String node, String service, NoticeCounts counts, Supplier<Duration> clock,
            Supplier<Instant> wallClock, Supplier<Map<String, String>> alarms) {
        this.node = node;
        this.service = service;
        this.counts = counts;
        this.clock = clock;
        this.wallClock = wallClock;
        this.alarms = alarms;
    }

    /** @param anybody whether there is somebody to tell */
    public synchronized void goBy(Least from, boolean anybody) {
        this.least = from;
        this.anybody = anybody;
    }

    @Override
    public synchronized void decided(Sight sight) {
        Decision decision = sight.decision();
        if (!anybody) {
            return;
        }
        if (decision.isAlarm()) {
            if (sight.news()) {
                comesUp(DECISION + decision.name() + " " + decision.matter(), decision.name(), decision.reason());
            }
        } else if (decision instanceof Decision.KeepRecord) {
            endAlarms(decision);
        } else if (sight.news() && !changesService(decision)) {
            tellEvent(Notice.Kind.NEWS, decision.name(), decision.reason());
        }
    }

    @Override
    public synchronized void acted(Decision.Changing sent, Outcome outcome) {
        if (!anybody) {
            return;
        }
        if (outcome.isAlarm()) {
            tellEvent(Notice.Kind.ALARM, sent.name(), sent.reason() + " It was " + outcome + ".");
        } else if (changesService(sent)) {
            tellEvent(outcome instanceof Outcome.Applied ? Notice.Kind.MOVE : Notice.Kind.NEWS, sent.name(),
                    sent.reason() + " It was " + outcome + ".");
        }
    }

    /** Takes out what is to be told by now. */
    public synchronized List<Notice> take() {
        lookAtAlarms(alarms.get());
        matters.values().removeIf(matter -> matter.isForgettable(clock.get()));
        List<Notice> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** One that somebody sends to see whether it arrives. */
    public Notice test() {
        return notice(Notice.Kind.TEST, "notify-test", "This is a test. If you read it, notices of lbkeeper on " + node
                + " reach you.", 0);
    }

    private void lookAtAlarms(Map<String, String> now) {
        standing.entrySet().removeIf(old -> {
            boolean over = !now.containsKey(old.getKey());
            if (over && close(old.getKey())) {
                tell(notice(Notice.Kind.WELL, old.getKey(), "This is over: " + old.getValue(), 0));
            }
            return over;
        });
        now.forEach((key, sentence) -> {
            String before = standing.put(key, sentence);
            if (before != null && !withoutNumbers(before).equals(withoutNumbers(sentence))) {
                close(key);
            }
            comesUp(key, key, sentence);
        });
    }

    /** An alarm is there: it has come up just now, or still stands. */
    private void comesUp(String key, String about, String sentence) {
        Matter matter = matters.computeIfAbsent(key, anyKey -> new Matter());
        Duration now = clock.get();
        boolean stood = matter.isOpen();
        matter.open();
        if (stood ? matter.hasPassed(now, REMINDER) : matter.mayBeTold(now, AT_ONCE_AN_HOUR, REMINDER)) {
            tell(notice(Notice.Kind.ALARM, about, sentence, matter.tell(now)));
        } else if (!stood) {
            matter.leaveOut();
            counts.leftOut();
        }
    }

    private void endAlarms(Decision well) {
        boolean known = false;
        for (String key : matters.keySet()) {
            known |= key.startsWith(DECISION) && close(key);
        }
        if (known) {
            tell(notice(Notice.Kind.WELL, well.name(), "All is well again: " + well.reason(), 0));
        }
    }

    /** @return whether people wait to hear that it is over */
    private boolean close(String key) {
        Matter matter = matters.getOrDefault(key, new Matter());
        boolean known = matter.isKnown();
        matter.close();
        return known;
    }

    /** Something has happened that has no end. */
    private void tellEvent(Notice.Kind kind, String about, String sentence) {
        if (!least.takes(kind)) {
            return;
        }
        Matter matter = matters.computeIfAbsent(kind + " " + about, anyKey -> new Matter());
        Duration now = clock.get();
        if (matter.mayBeTold(now, AT_ONCE_AN_HOUR, REMINDER)) {
            tell(notice(kind, about, sentence, matter.tell(now)));
        } else {
            matter.leaveOut();
            counts.leftOut();
        }
    }

    private void tell(Notice notice) {
        if (waiting.size() == MOST_WAITING) {
            counts.unqueued();
        } else {
            waiting.add(notice);
        }
    }

    private Notice notice(Notice.Kind kind, String about, String sentence, int leftOut) {
        return new Notice(wallClock.get(), node, service, kind, about, sentence, leftOut);
    }

    private boolean changesService(Decision decision) {
        return decision instanceof Decision.Changing changing && changesAddress(changing.change());
    }

    private boolean changesAddress(Change change) {
        List<RecordSet> before = change.expected().stream().filter(this::isOfService).toList();
        List<RecordSet> after = change.desired().stream().filter(this::isOfService).toList();
        return !after.isEmpty() && !before.equals(after);
    }

    private boolean isOfService(RecordSet set) {
        return set.isAddress() && set.name().equals(service);
    }

    private static String withoutNumbers(String sentence) {
        return sentence.replaceAll("[0-9]+", "0");
    }
}
