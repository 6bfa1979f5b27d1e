package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.report.Written.Sort;
import io.lbkeeper.rehearsal.world.Pulse;
import io.lbkeeper.rehearsal.world.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened in one run, in one short phrase: who did what, each node once. */
final class Gist {
    private static final int MOST_MOVES_NAMED = 2;

    private final History history;
    private final Map<String, List<String>> deeds = new LinkedHashMap<>();

    private Gist(History history) {
        this.history = history;
    }

    static String of(Account account) {
        return new Gist(account.history()).tell();
    }

    private String tell() {
        List<Written> moves = such(Sort.TOOK_OVER, Sort.HANDED_OVER);
        if (moves.isEmpty()) {
            history.lastHolder().ifPresentOrElse(node -> add(node, "kept the name"),
                    () -> add("nobody", "has the name at the end"));
        } else if (moves.size() <= MOST_MOVES_NAMED) {
            moves.forEach(move -> add(move.by(), move.sort() == Sort.TOOK_OVER ? "took over" : "handed over"));
        } else {
            add("the name", "moved " + moves.size() + " times, at last to " + history.lastHolder().orElse("nobody"));
        }
        count(such(Sort.REFUTED), "refuted a challenge", "refuted %d challenges");
        count(such(Sort.WITHDREW), "took a challenge back", "took %d challenges back");
        // The first one is how everything begins.
        count(such(Sort.CREATED).stream().skip(1).toList(), "created the record again",
                "created the record again %d times");
        count(such(Sort.ADOPTED), "wrote the owner record again", "wrote the owner record again %d times");
        count(such(Sort.FOLLOWED), "took its new address along", "took its new address along %d times");
        count(such(Sort.MENDED), "put the record right", "put the record right %d times");
        if (moves.size() == 1) {
            history.lanes().stream().filter(lane -> !deeds.containsKey(lane.node()) && isBack(lane))
                    .forEach(lane -> add(lane.node(), "stands by"));
        }
        return deeds.entrySet().stream().map(node -> node.getKey() + " " + String.join(", ", node.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Whether it had the name once, could have it at the end, and does not. */
    private boolean isBack(History.Lane lane) {
        boolean hadIt = history.holding().stream().anyMatch(span -> span.what().node().equals(
                Optional.of(lane.node())));
        return hadIt && !lane.haproxy().isEmpty() && !lane.agent().isEmpty()
                && !history.lastHolder().equals(Optional.of(lane.node()))
                && lane.haproxy().get(lane.haproxy().size() - 1).what() == Shape.OK
                && lane.agent().get(lane.agent().size() - 1).what() == Pulse.RUNNING;
    }

    private void count(List<Written> changes, String once, String often) {
        Map<String, List<Written>> byNode = changes.stream().collect(Collectors.groupingBy(Written::by,
                LinkedHashMap::new, Collectors.toList()));
        byNode.forEach((node, own) -> add(node, own.size() == 1 ? once : String.format(often, own.size())));
    }

    private List<Written> such(Sort... sorts) {
        return history.written().stream().filter(change -> List.of(sorts).contains(change.sort())).toList();
    }

    private void add(String node, String deed) {
        deeds.computeIfAbsent(node, name -> new ArrayList<>()).add(deed);
    }
}
