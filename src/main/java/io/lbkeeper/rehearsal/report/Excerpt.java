package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.report.Row.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** As much of a broken run's timeline as shows why it broke: from minutes before the first breach to just after. */
final class Excerpt {
    private static final int SHORT_ROWS = 60;
    private static final Duration BEFORE = Duration.ofMinutes(3);
    private static final Duration AFTER = Duration.ofSeconds(30);

    private Excerpt() {
    }

    static List<Row> of(Account account) {
        List<Row> all = Timeline.of(account);
        if (all.size() <= SHORT_ROWS || account.isGood()) {
            return all;
        }
        Duration broken = account.breaches().get(0).at();
        List<Row> shown = all.stream().filter(row -> row.at().compareTo(broken.minus(BEFORE)) >= 0
                && row.at().compareTo(broken.plus(AFTER)) <= 0).toList();
        List<Row> excerpt = new ArrayList<>();
        int before = all.indexOf(shown.get(0));
        if (before > 0) {
            excerpt.add(left(all.get(0).at(), before, "before"));
        }
        excerpt.addAll(shown);
        int after = all.size() - before - shown.size();
        if (after > 0) {
            excerpt.add(left(shown.get(shown.size() - 1).at(), after, "after"));
        }
        return excerpt;
    }

    private static Row left(Duration at, int count, String side) {
        return Row.of(at, "...", Sort.AGENT, "(" + count + " lines " + side + " this; the page that --html writes has "
                + "all of them)");
    }
}
