package io.lbkeeper.route53;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;

/**
 * Camel's file repository, of a process that may be killed: from the n-th write on nothing comes into the file any
 * more, and nothing is tidied up at the end. Starting it again is a new process that reads the file.
 */
final class BrittleRepository implements StateRepository<String, String> {
    private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final Path file;
    private FileStateRepository inner;

    BrittleRepository(Path file) {
        this.file = file;
        restart();
    }

    /** As a new process would. */
    void restart() {
        writesLeft.set(Integer.MAX_VALUE);
        inner = FileStateRepository.fileStateRepository(file.toFile());
        inner.start();
    }

    void dieAfter(int writes) {
        writesLeft.set(writes);
    }

    @Override
    public void setState(String key, String value) {
        if (writesLeft.getAndDecrement() <= 0) {
            writesLeft.set(0);
            throw new IllegalStateException("the process was killed");
        }
        inner.setState(key, value);
    }

    @Override
    public String getState(String key) {
        return inner.getState(key);
    }

    @Override
    public void start() {
    }

    @Override
    public void stop() {
    }
}
