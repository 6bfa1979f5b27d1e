package io.lbkeeper.command;

import io.lbkeeper.status.Status;
import io.lbkeeper.status.StatusFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A service beside this process, as its state directory tells of it. */
record RunningService(Path stateDir) {
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** @throws NotTold if it can't be read */
    Optional<Status> status() throws NotTold {
        try {
            return StatusFile.read(stateDir);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new NotTold("the status of the service in " + StatusFile.in(stateDir) + " can't be read by the user "
                    + System.getProperty("user.name") + ": " + Causes.of(e));
        }
    }

    /** The status of a service that cycles. */
    Optional<Status> live() throws NotTold {
        return status().filter(status -> isLive(status, Instant.now()));
    }

    /** The same where it does not matter why there is none. */
    Optional<Status> quietly() {
        try {
            return status();
        } catch (NotTold e) {
            return Optional.empty();
        }
    }

    /** A process that is gone does not cycle, even if it did a moment ago. */
    static boolean isLive(Status status, Instant now) {
        return !status.isStale(now) && ProcessHandle.of(status.process().pid()).filter(ProcessHandle::isAlive)
                .isPresent();
    }

    /** Waits for a status of which this holds; nothing if there is none in time. */
    Optional<Status> await(Predicate<Status> wanted, Duration patience) throws NotTold {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Status> found = status().filter(wanted);
            if (found.isPresent() || System.nanoTime() - end >= 0) {
                return found;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** There is something, and it can't be read. */
    static final class NotTold extends Exception {
        private static final long serialVersionUID = 1L;

        NotTold(String message) {
            super(message);
        }
    }
}
