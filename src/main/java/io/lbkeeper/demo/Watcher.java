package io.lbkeeper.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps asking DNS for the service name, tells each change, and remembers them all. */
final class Watcher implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final Lookup lookup;
    private final Clients clients;
    private final Timeline timeline;
    private final List<Sight> changes = new ArrayList<>();
    private final Thread thread;

    /**
     * Another answer than the one before.
     *
     * @param at since the start of the demo
     */
    record Sight(Duration at, NameState state) {
    }

    Watcher(Lookup lookup, Clients clients, Timeline timeline) {
        this.lookup = lookup;
        this.clients = clients;
        this.timeline = timeline;
        this.thread = new Thread(this::watch, "watcher");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The last answer. */
    synchronized NameState now() {
        return changes.isEmpty() ? NameState.unanswered("not asked yet") : changes.get(changes.size() - 1).state();
    }

    /** Each change since {@code time}. */
    synchronized List<Sight> since(Duration time) {
        return changes.stream().filter(sight -> sight.at().compareTo(time) >= 0).toList();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                NameState seen = lookup.service();
                NameState last = now();
                if (!seen.equals(last)) {
                    tell(last, seen);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(NameState last, NameState seen) {
        Duration at = timeline.elapsed();
        boolean moved = !seen.addresses().equals(last.addresses());
        timeline.say("dns", moved && !seen.addresses().isEmpty() ? Tone.GOOD : Tone.PLAIN,
                Configuration.SERVICE + " answers: " + seen);
        if (moved) {
            Optional<String> address = seen.addresses().stream().findFirst();
            address.ifPresent(clients::visit);
        }
        // Last, so that whoever waits for the change speaks after it has been told.
        synchronized (this) {
            changes.add(new Sight(at, seen));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
