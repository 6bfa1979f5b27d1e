package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.report.Written.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened in one run, in one short phrase. */
final class Gist {
    private static final int MOST_MOVES_NAMED = 2;

    private Gist() {
    }

    static String of(Account account) {
        History history = account.history();
        List<String> parts = new ArrayList<>(moves(history));
        count(history, Sort.REFUTED, "refuted a challenge", "refuted %d challenges").ifPresent(parts::add);
        count(history, Sort.WITHDREW, "took a challenge back", "took %d challenges back").ifPresent(parts::add);
        later(history, Sort.CREATED, "created the record again").ifPresent(parts::add);
        count(history, Sort.ADOPTED, "wrote the owner record again", "wrote the owner record again %d times")
                .ifPresent(parts::add);
        count(history, Sort.UPDATED, "followed its address", "followed its address %d times").ifPresent(parts::add);
        if (history.moves() == 0) {
            parts.add(stayed(history));
        }
        return String.join("; ", parts);
    }

    private static List<String> moves(History history) {
        List<Written> moves = history.written().stream().filter(change -> change.sort().isMove()).toList();
        if (moves.size() > MOST_MOVES_NAMED) {
            return List.of("the name moved " + moves.size() + " times, last " + (history.lastHolder().isPresent()
                    ? "to " + history.lastHolder().get() : "to nobody"));
        }
        return moves.stream().map(move -> move.by() + (move.sort() == Sort.TOOK_OVER ? " took over" : " handed over"))
                .toList();
    }

    private static String stayed(History history) {
        Optional<String> last = history.lastHolder();
        return last.map(node -> node + " kept the name").orElse("nobody has the name at the end");
    }

    private static Optional<String> count(History history, Sort sort, String once, String often) {
        List<Written> such = such(history, sort);
        return such.isEmpty() ? Optional.empty() : Optional.of(who(such) + " "
                + (such.size() == 1 ? once : String.format(often, such.size())));
    }

    /** The first one is how everything begins. */
    private static Optional<String> later(History history, Sort sort, String text) {
        List<Written> such = such(history, sort);
        return such.size() < 2 ? Optional.empty() : Optional.of(who(such.subList(1, such.size())) + " " + text);
    }

    private static List<Written> such(History history, Sort sort) {
        return history.written().stream().filter(change -> change.sort() == sort).toList();
    }

    private static String who(List<Written> changes) {
        return changes.stream().map(Written::by).distinct().sorted().collect(Collectors.joining(" and "));
    }
}
