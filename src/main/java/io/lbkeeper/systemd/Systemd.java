package io.lbkeeper.systemd;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells systemd how the service stands, on a thread of its own, in the words of sd_notify(3). */
public final class Systemd {
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");
    private static final String READY = "READY=1";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    /** So often within systemd's limit, that one which is lost does not matter. */
    private static final int FEEDS_WITHIN_LIMIT = 4;
    private static final int LONGEST_STATUS_CHARS = 500;

    private final Sender sender;
    private final Optional<Duration> limit;
    private final Supplier<Duration> clock;
    private final Subject subject;

    private final Deque<String> open = new ArrayDeque<>();
    private boolean completed;
    private boolean food;
    private boolean dirty;
    private boolean ending;
    private boolean reloading;
    private boolean ready;
    private boolean failing;
    private String toldStatus = "";
    private Optional<Duration> lastFed = Optional.empty();

    /**
     * What is told of.
     *
     * @param status   what the service does, in one sentence
     * @param patience for how long it may complete no cycle before it ends by itself
     */
    public record Subject(Supplier<String> status, Supplier<Duration> patience) {
    }

    /** @param limit systemd's own watchdog, if it has one for this service */
    Systemd(Sender sender, Optional<Duration> limit, Supplier<Duration> clock, Subject subject) {
        this.sender = sender;
        this.limit = limit;
        this.clock = clock;
        this.subject = subject;
    }

    /** The one that has started this process and wants to be told; it is told from now on. */
    public static Optional<Systemd> of(Map<String, String> environment, Supplier<Duration> clock, Subject subject) {
        if (environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty()) {
            return Optional.empty();
        }
        Systemd systemd = new Systemd(new NotifyCommand("systemd-notify", DEADLINE), limit(environment), clock,
                subject);
        Thread thread = new Thread(systemd::tellUntilEnd, "systemd");
        thread.setDaemon(true);
        thread.start();
        return Optional.of(systemd);
    }

    private static Optional<Duration> limit(Map<String, String> environment) {
        String pid = environment.getOrDefault("WATCHDOG_PID", "");
        boolean meant = pid.isEmpty() || pid.equals(String.valueOf(ProcessHandle.current().pid()));
        try {
            return Optional.ofNullable(environment.get("WATCHDOG_USEC")).filter(set -> meant).map(Long::parseLong)
                    .filter(micros -> micros > 0)
                    .map(micros -> Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A cycle has completed: the first makes it ready, and each is food for systemd's watchdog. */
    public synchronized void completed() {
        completed = true;
        food = true;
        wake();
    }

    /** An edit is being taken up. */
    public synchronized void reloading() {
        reloading = true;
        open.add("RELOADING=1");
        wake();
    }

    /** That is over, whatever came of it. */
    public synchronized void reloaded() {
        if (reloading) {
            reloading = false;
            open.add(READY);
            wake();
        }
    }

    /** The last word, for which nobody waits. */
    public void stopping() {
        synchronized (this) {
            ending = true;
            notifyAll();
        }
        try {
            sender.launch(List.of("STOPPING=1", "STATUS=Stopping"));
        } catch (IOException e) {
            LOG.debug("systemd was not told of the end", e);
        }
    }

    private void wake() {
        dirty = true;
        notifyAll();
    }

    private void tellUntilEnd() {
        try {
            while (awaitNews()) {
                tell();
            }
        } catch (InterruptedException e) {
            LOG.debug("systemd is told nothing any more", e);
        }
    }

    private synchronized boolean awaitNews() throws InterruptedException {
        while (!dirty && !ending) {
            wait();
        }
        dirty = false;
        return !ending;
    }

    /** Tells what there is to tell; what could not be told is told with the next cycle. */
    void tell() throws InterruptedException {
        List<String> words = words();
        if (words.isEmpty()) {
            return;
        }
        try {
            sender.send(words);
            told(words);
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("systemd can't be told how lbkeeper stands ({}); its unit needs NotifyAccess=all, and the "
                        + "program systemd-notify has to be there", e.getMessage());
            }
            failing = true;
        }
    }

    private synchronized List<String> words() {
        List<String> words = new ArrayList<>();
        if (!completed) {
            return words;
        }
        if (!ready) {
            words.add(READY);
        } else if (!open.isEmpty()) {
            words.add(open.peek());
        }
        if (words.contains(READY)) {
            limit.map(this::raised).ifPresent(micros -> words.add("WATCHDOG_USEC=" + micros));
        }
        String status = "STATUS=" + oneLine(subject.status().get());
        if (!status.equals(toldStatus)) {
            words.add(status);
        }
        if (food && limit.isPresent() && isHungry(limit.get())) {
            words.add("WATCHDOG=1");
        }
        // What is not needed now does not keep: later on it would say nothing of the cycles then.
        food = false;
        return words;
    }

    /** systemd's watchdog is the second one: it must not bark before lbkeeper's own has, whatever the settings. */
    private long raised(Duration set) {
        Duration least = subject.patience().get().multipliedBy(2);
        return TimeUnit.NANOSECONDS.toMicros((set.compareTo(least) < 0 ? least : set).toNanos());
    }

    private boolean isHungry(Duration systemdsLimit) {
        return lastFed.map(at -> clock.get().minus(at).compareTo(systemdsLimit.dividedBy(FEEDS_WITHIN_LIMIT)) >= 0)
                .orElse(true);
    }

    private synchronized void told(List<String> words) {
        failing = false;
        for (String word : words) {
            if (word.equals(open.peek()) && ready) {
                open.remove();
            }
            ready |= word.equals(READY);
            toldStatus = word.startsWith("STATUS=") ? word : toldStatus;
            lastFed = word.equals("WATCHDOG=1") ? Optional.of(clock.get()) : lastFed;
        }
        dirty |= !open.isEmpty();
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST_STATUS_CHARS ? line.substring(0, LONGEST_STATUS_CHARS) : line;
    }
}
