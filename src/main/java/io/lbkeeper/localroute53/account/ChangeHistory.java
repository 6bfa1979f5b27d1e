package io.lbkeeper.localroute53.account;

import io.lbkeeper.localroute53.zone.ChangeInfo;
import io.lbkeeper.localroute53.zone.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The accepted changes, PENDING until a given time after they were submitted. The oldest are forgotten. */
public final class ChangeHistory {
    private static final int KEPT = 10_000;
    private final Supplier<Duration> insyncAfter;
    private final Map<String, ChangeInfo> changes = new LinkedHashMap<>();

    /** @param insyncAfter asked anew each time, so that it may change for changes of before too */
    public ChangeHistory(Supplier<Duration> insyncAfter) {
        this.insyncAfter = insyncAfter;
    }

    public synchronized ChangeInfo submit(long number, Optional<String> comment, Instant now) {
        ChangeInfo info = new ChangeInfo(String.format("C%013d", number), ChangeInfo.Status.PENDING, now, comment);
        changes.put(info.id(), info);
        if (changes.size() > KEPT) {
            changes.remove(changes.keySet().iterator().next());
        }
        return info;
    }

    public synchronized ChangeInfo find(String id, Instant now) throws Refusal {
        ChangeInfo info = changes.get(id);
        if (info == null) {
            throw new Refusal("NoSuchChange", "A change with the specified change ID does not exist: " + id);
        }
        boolean pending = now.isBefore(info.submittedAt().plus(insyncAfter.get()));
        return new ChangeInfo(id, pending ? ChangeInfo.Status.PENDING : ChangeInfo.Status.INSYNC,
                info.submittedAt(), info.comment());
    }
}
