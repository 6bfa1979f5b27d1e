package io.lbkeeper.line;

import io.lbkeeper.cycle.Target;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Lines over TCP, all on one thread, which there is from the first that is wanted on. */
public final class SocketLines implements Lines {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int ROOM_BYTES = 4096;

    private final Runnable ended;
    private final Duration age;
    private final AtomicReference<Set<Target>> order = new AtomicReference<>();
    /** To whom lines are held: while these are the ones that are wanted, nobody has to be woken. */
    private volatile Set<Target> held = Set.of();
    private Optional<Selector> selector = Optional.empty();
    private volatile boolean closed;

    /** @param ended is told, on the thread of the lines, that one has ended; it must not block */
    public SocketLines(Runnable ended) {
        this(ended, Pauses.OF_USE);
    }

    /** @param age after how long a line is renewed */
    SocketLines(Runnable ended, Duration age) {
        this.ended = ended;
        this.age = age;
    }

    @Override
    public void hold(Collection<Target> well) {
        Set<Target> wanted = well.stream().filter(Place::isPossible).collect(Collectors.toSet());
        if (!wanted.equals(held)) {
            order.set(wanted);
            begin();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        selector.ifPresent(Selector::wakeup);
    }

    private synchronized void begin() {
        if (selector.isEmpty() && !closed) {
            try {
                selector = Optional.of(Selector.open());
            } catch (IOException e) {
                // Out of file descriptors: there are no lines until the next cycle tries again.
                return;
            }
            Thread thread = new Thread(new Watch(selector.get()), "lines");
            thread.setDaemon(true);
            thread.start();
        }
        selector.ifPresent(Selector::wakeup);
    }

    private synchronized void over() {
        selector = Optional.empty();
        held = Set.of();
    }

    /** What the thread of the lines does, and has for itself. */
    private final class Watch implements Runnable {
        private final Selector selector;
        private final Map<Target, Place> places = new HashMap<>();
        private final ByteBuffer room = ByteBuffer.allocate(ROOM_BYTES);

        Watch(Selector selector) {
            this.selector = selector;
        }

        @Override
        public void run() {
            try (selector) {
                while (!closed) {
                    selector.select(untilDueMillis());
                    look(Duration.ofNanos(System.nanoTime()));
                }
            } catch (IOException e) {
                // The next cycle begins anew, with another selector.
            } finally {
                places.values().forEach(Place::close);
                over();
            }
        }

        private void look(Duration now) {
            boolean any = false;
            for (SelectionKey key : selector.selectedKeys()) {
                any |= key.isValid() && ((Place) key.attachment()).goOn(key, room, now);
            }
            selector.selectedKeys().clear();
            Optional.ofNullable(order.getAndSet(null)).ifPresent(wanted -> want(wanted, now));
            places.values().forEach(place -> {
                place.expire(now, DEADLINE);
                place.renew(selector, now, age);
            });
            held = places.keySet().stream().filter(target -> places.get(target).isHeld())
                    .collect(Collectors.toUnmodifiableSet());
            if (any) {
                ended.run();
            }
        }

        private void want(Set<Target> wanted, Duration now) {
            for (Target known : List.copyOf(places.keySet())) {
                if (!wanted.contains(known)) {
                    places.remove(known).close();
                }
            }
            wanted.forEach(target -> places.computeIfAbsent(target, Place::new).open(selector, now));
        }

        /** At least one, since none would mean for ever; and none where nothing is due. */
        private long untilDueMillis() {
            long nowNanos = System.nanoTime();
            return places.values().stream().map(place -> place.due(age, DEADLINE)).flatMap(Optional::stream)
                    .mapToLong(due -> Math.max(1, (due.toNanos() - nowNanos) / 1_000_000 + 1)).min().orElse(0);
        }
    }
}
