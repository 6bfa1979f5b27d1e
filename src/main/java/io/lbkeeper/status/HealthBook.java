package io.lbkeeper.status;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Streak;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Since when each HAProxy has been as it is. */
final class HealthBook {
    private final Map<String, Status.Node> last = new HashMap<>();

    /** All nodes, in the settings' order. One that was not checked in this cycle is as it was when it was. */
    List<Status.Node> after(Sight now, Instant at) {
        now.rules().nodes().forEach(node -> now.seen().check(node).ifPresentOrElse(
                check -> last.put(node, seen(node, check, now, at)),
                () -> last.putIfAbsent(node, new Status.Node(node, node.equals(now.rules().node()), address(node, now),
                        "UNKNOWN", "it was not checked yet", Check.Agent.UNTOLD.name(), true, 0, at, at))));
        return now.rules().nodes().stream().map(last::get).toList();
    }

    private Status.Node seen(String node, Check check, Sight now, Instant at) {
        String health = check.health().name();
        Instant since = Optional.ofNullable(last.get(node)).filter(before -> before.health().equals(health))
                .map(Status.Node::since).orElse(at);
        Optional<Streak> streak = now.memory().streak(node);
        return new Status.Node(node, node.equals(now.rules().node()), address(node, now), health, check.detail(),
                check.agent().name(), streak.map(Streak::up).orElse(true), streak.map(Streak::failures).orElse(0),
                since, at);
    }

    private static Optional<String> address(String node, Sight now) {
        Optional<String> registered = now.memory().records().flatMap(records -> records.nodeAddress(node));
        return node.equals(now.rules().node()) ? now.memory().own().address().or(() -> registered) : registered;
    }
}
