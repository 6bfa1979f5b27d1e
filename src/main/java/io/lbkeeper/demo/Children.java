package io.lbkeeper.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All programs that the demo has started. None is left when this is closed. */
final class Children implements AutoCloseable {
    private static final Duration ORDERLY = Duration.ofSeconds(2);

    private final Path folder;
    private final Consumer<String> mourner;
    private final List<Child> all = new ArrayList<>();
    private boolean closed;

    /**
     * @param folder  where the log files go
     * @param mourner is told of each program that ends though nobody asked it to
     */
    Children(Path folder, Consumer<String> mourner) {
        this.folder = folder;
        this.mourner = mourner;
    }

    synchronized Child start(String name, String log, List<String> command, Consumer<String> listener)
            throws IOException {
        if (closed) {
            throw new IOException(name + " is not started: the demo is ending");
        }
        Child child = Child.start(name, command, folder.resolve(log), listener);
        all.add(child);
        child.whenFailed(mourner);
        return child;
    }

    /** Those that have ended though nobody asked them to. */
    synchronized List<Child> failed() {
        return all.stream().filter(Child::hasFailed).toList();
    }

    /** Ends all: at first kindly, all at once, and whatever is still there after a while by force. */
    @Override
    public synchronized void close() {
        closed = true;
        long deadline = System.nanoTime() + ORDERLY.toNanos();
        for (Child child : all) {
            if (child.isHung()) {
                child.kill();
            } else {
                child.stop();
            }
        }
        for (Child child : all) {
            if (!child.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                child.kill();
                child.awaitEnd(ORDERLY);
            }
        }
    }
}
