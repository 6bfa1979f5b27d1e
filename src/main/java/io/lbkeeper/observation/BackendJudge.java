package io.lbkeeper.observation;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the required backends of a page can serve. */
final class BackendJudge {
    private BackendJudge() {
    }

    static Check judge(StatsPage page, StatsRules rules, long openFrontends) {
        List<StatsRow> required = required(page, rules);
        List<StatsRow> down = required.stream().filter(row -> !row.isUp()).toList();
        if (!down.isEmpty()) {
            String which = down.stream().limit(4).map(row -> describe(page, row)).collect(Collectors.joining(", "));
            return new Check(Health.DEGRADED, down.size() + " of " + counted(required.size(), "backend") + " down: "
                    + which + (down.size() > 4 ? ", …" : ""));
        }
        List<String> unchecked = required.stream().filter(row -> restsOnUnchecked(page, row, rules))
                .map(StatsRow::proxy).toList();
        if (!unchecked.isEmpty()) {
            return new Check(Health.UNKNOWN, "HAProxy has just started, not yet checked: " + SeenText.list(unchecked));
        }
        return new Check(Health.OK, required.size() + " of " + counted(required.size(), "backend") + " up, "
                + counted(openFrontends, "frontend") + " open");
    }

    private static List<StatsRow> required(StatsPage page, StatsRules rules) {
        return page.backends().stream()
                .filter(row -> rules.backends().isEmpty() ? !page.serversOf(row.proxy()).isEmpty()
                        : rules.backends().contains(row.proxy()))
                .toList();
    }

    /**
     * After HAProxy's start every server is up until its first check; after the grace time that is believed. HAProxy
     * counts the ticks of a clock of whole seconds, so that the time that has really passed may be one less.
     */
    private static boolean restsOnUnchecked(StatsPage page, StatsRow backend, StatsRules rules) {
        List<StatsRow> up = page.serversOf(backend.proxy()).stream().filter(StatsRow::isUp).toList();
        boolean nobodyLooked = !up.isEmpty() && up.stream().allMatch(StatsRow::isUnchecked);
        return nobodyLooked && backend.lastChange().map(age -> age.minusSeconds(1).compareTo(rules.grace()) < 0)
                .orElse(true);
    }

    private static String describe(StatsPage page, StatsRow backend) {
        List<String> servers = page.serversOf(backend.proxy()).stream().map(BackendJudge::state).toList();
        return SeenText.clean(backend.proxy()) + (servers.isEmpty() ? " " + SeenText.clean(backend.status())
                : " (" + SeenText.list(servers) + ")");
    }

    private static String state(StatsRow server) {
        return server.name() + " " + server.status()
                + (server.checkStatus().isEmpty() ? "" : " " + server.checkStatus());
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
