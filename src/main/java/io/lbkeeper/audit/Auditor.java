package io.lbkeeper.audit;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.status.Alarms;
import io.lbkeeper.thread.Daemons;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down each change of records that was sent, beside the cycles: a disk that hangs holds none of them up. */
public final class Auditor implements Witness {
    static final String ALARM = "audit";
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");
    private static final int MOST_WAITING = 200;

    private final Audit audit;
    private final Alarms alarms;
    private final Supplier<Instant> wallClock;
    private final Executor writer;
    private Sight sight;

    public Auditor(Audit audit, Alarms alarms, Supplier<Instant> wallClock) {
        this(audit, alarms, wallClock, writer());
    }

    Auditor(Audit audit, Alarms alarms, Supplier<Instant> wallClock, Executor writer) {
        this.audit = audit;
        this.alarms = alarms;
        this.wallClock = wallClock;
        this.writer = writer;
    }

    @Override
    public void decided(Sight now) {
        sight = now;
    }

    @Override
    public void acted(Decision.Changing sent, Outcome outcome) {
        AuditLine line = AuditLine.change(wallClock.get(), sight, sent, outcome);
        try {
            writer.execute(() -> write(line));
        } catch (RejectedExecutionException e) {
            tell("earlier lines still wait to be written");
        }
    }

    private void write(AuditLine line) {
        try {
            audit.append(line);
            if (alarms.clear(ALARM)) {
                LOG.info("Changes are written to {} again.", audit.file());
            }
        } catch (IOException e) {
            tell(e.toString());
        }
    }

    private void tell(String why) {
        boolean first = !alarms.byKey().containsKey(ALARM);
        alarms.raise(ALARM, "A change of records is missing in " + audit.file() + ": " + why + ".");
        if (first) {
            LOG.warn("A change of records is missing in {}: {}", audit.file(), why);
        }
    }

    private static Executor writer() {
        return Daemons.one("audit", new ArrayBlockingQueue<>(MOST_WAITING));
    }
}
