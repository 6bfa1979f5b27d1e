package io.lbkeeper.status;

import io.lbkeeper.thread.Daemons;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Hands each value on beside the thread that it comes from, and leaves out those that a newer one has overtaken: a disk
 * that hangs holds nobody up.
 */
final class LatestOnly<T> implements Consumer<T> {
    private final Consumer<T> reader;
    private final Executor thread;
    private final AtomicReference<T> latest = new AtomicReference<>();

    LatestOnly(Consumer<T> reader, Executor thread) {
        this.reader = reader;
        this.thread = thread;
    }

    /** With a thread of its own, which does not keep the process. */
    static <T> LatestOnly<T> ofItsOwn(Consumer<T> reader, String name) {
        return new LatestOnly<>(reader, Daemons.one(name));
    }

    @Override
    public void accept(T value) {
        if (latest.getAndSet(value) == null) {
            thread.execute(this::handOn);
        }
    }

    private void handOn() {
        reader.accept(latest.getAndSet(null));
    }
}
