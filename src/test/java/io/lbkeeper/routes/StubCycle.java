package io.lbkeeper.routes;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Requests;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in the place of the bean {@code cycle}: does as it is told and keeps what the routes told it. */
public final class StubCycle {
    /** A cycle is due as long as there is one; a cycle takes the first. */
    final Queue<Decision> decisions = new ConcurrentLinkedQueue<>();
    final AtomicInteger timesAsked = new AtomicInteger();
    final AtomicInteger timesBehind = new AtomicInteger();
    final List<Answer<String>> addresses = new CopyOnWriteArrayList<>();
    final List<Answer<List<RecordSet>>> reads = new CopyOnWriteArrayList<>();
    final Map<String, Check> checks = new ConcurrentHashMap<>();
    final List<Requests> requests = new CopyOnWriteArrayList<>();
    final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    volatile List<Target> targetsAside = List.of();
    volatile List<Target> targets = List.of();
    volatile boolean needsRecords = true;
    volatile boolean timely = true;
    volatile boolean news = true;

    public boolean isDue() {
        timesAsked.incrementAndGet();
        return !decisions.isEmpty();
    }

    public Decision decide() {
        return decisions.remove();
    }

    public boolean isNews() {
        return news;
    }

    public boolean isTimely() {
        return timely;
    }

    public boolean needsRecords() {
        return needsRecords;
    }

    /** Once for each that is put in. */
    public boolean needsAllNames() {
        return timesBehind.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }

    public List<String> names() {
        return List.of("lb.example.com", "_owner.lb.example.com");
    }

    public List<Target> well() {
        return targets.stream().filter(target -> checks.containsKey(target.node())
                && checks.get(target.node()).health() == Health.OK).toList();
    }

    public List<Target> targetsAside() {
        return targetsAside;
    }

    public List<Target> targets() {
        return targets;
    }

    public void sawRequests(Requests asked) {
        requests.add(asked);
    }

    public void sawAddress(Answer<String> answer) {
        addresses.add(answer);
    }

    public void sawRecords(Answer<List<RecordSet>> answer) {
        reads.add(answer);
    }

    public void sawCheck(Target target, Check check) {
        checks.put(target.node(), check);
    }

    public void acted(Outcome outcome) {
        outcomes.add(outcome);
    }
}
