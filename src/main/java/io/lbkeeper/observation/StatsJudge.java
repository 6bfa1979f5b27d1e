package io.lbkeeper.observation;

import static io.lbkeeper.observation.StatsRules.STATS_FRONTEND;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.decision.Health;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From an answer of the stats page to a health. Whoever answers must first prove to be the right node; then
 * only a whole page counts; then an open frontend is asked for before usable backends.
 */
public final class StatsJudge {
    private StatsJudge() {
    }

    public static Check judge(String expectedNode, StatsAnswer answer, StatsRules rules) {
        return stranger(expectedNode, answer).orElseGet(() -> {
            Check check = refused(answer.status())
                    .or(() -> announcedStop(answer))
                    .orElseGet(() -> judgeBody(answer.body(), rules));
            return new Check(check.health(), check.detail(), agent(answer));
        });
    }

    /** An HAProxy that was configured before there was this header, or has just started, says nothing of it. */
    private static Agent agent(StatsAnswer answer) {
        return switch (answer.agentHeader().map(String::strip).orElse("")) {
            case "alive" -> Agent.ALIVE;
            case "leaving" -> Agent.LEAVING;
            case "silent" -> Agent.SILENT;
            default -> Agent.UNTOLD;
        };
    }

    /** For an answer that could not be read to its end: too long, or cut off by its sender. */
    public static Check unreadable(String why) {
        return new Check(Health.UNKNOWN, "stats page unreadable: " + SeenText.clean(why));
    }

    /** For this node's own HAProxy when another lbkeeper, with another state directory, keeps it already. */
    public static Check keptByAnother(String node, String stateDir, Check check) {
        return new Check(Health.UNKNOWN, "another lbkeeper on this machine, with lb.state-dir="
                + SeenText.quote(stateDir) + ", has asked it in the name of " + node + " before this one: stop one of "
                + "the two; this one moves nothing until the other is silent", check.agent());
    }

    private static Optional<Check> stranger(String expectedNode, StatsAnswer answer) {
        Optional<String> seen = answer.nodeHeader().map(String::strip);
        if (seen.isPresent() && seen.get().equalsIgnoreCase(expectedNode)) {
            return Optional.empty();
        }
        String what = seen.map(node -> StatsAnswer.NODE_HEADER + " is " + SeenText.quote(node))
                .orElse("no " + StatsAnswer.NODE_HEADER + " header in the " + answer.status() + " answer");
        return Optional.of(new Check(Health.STRANGER, what + ", expected \"" + expectedNode + "\""
                + (seen.isPresent() ? "" : ": another machine, or HAProxy without haproxy/lbkeeper.cfg")));
    }

    private static Optional<Check> refused(int status) {
        String advice = switch (status) {
            case 401 -> ": look at lb.check.user and lb.check.password";
            case 403 -> ": this node is not in the LBKEEPER_PEERS of that HAProxy";
            case 404 -> ": look at the path of lb.check.url, and at stats uri";
            default -> " instead of a stats page";
        };
        return status == 200 ? Optional.empty()
                : Optional.of(new Check(Health.UNKNOWN, "answered " + status + advice));
    }

    private static Optional<Check> announcedStop(StatsAnswer answer) {
        return answer.stateHeader().map(String::strip).filter("stopping"::equalsIgnoreCase)
                .map(state -> new Check(Health.STOPPING, "HAProxy says that it is stopping"));
    }

    private static Check judgeBody(String body, StatsRules rules) {
        Answer<StatsPage> parsed = StatsPage.parse(body);
        if (parsed instanceof Answer.CouldNotAsk<StatsPage> unread) {
            return new Check(Health.UNKNOWN, unread.why());
        }
        StatsPage page = parsed.found().orElseThrow();
        return incomplete(page, rules)
                .or(() -> closed(page, rules))
                .orElseGet(() -> BackendJudge.judge(page, rules, openFrontends(page, rules)));
    }

    /**
     * A page cut between two rows is good CSV. What is named must be there, and where "all there are" was asked
     * for, the row of the frontend that served the page, which is included last, shows that they all are.
     */
    private static Optional<Check> incomplete(StatsPage page, StatsRules rules) {
        if (!page.backendsCutOff().isEmpty()) {
            return Optional.of(unknown("page without the BACKEND row of " + names(page.backendsCutOff())
                    + ": cut off, or restricted by stats scope"));
        }
        List<String> backends = page.backends().stream().map(StatsRow::proxy).toList();
        List<String> missing = rules.backends().stream().filter(name -> !backends.contains(name)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(unknown("required backend " + names(missing) + " is not on the page, which has "
                    + (backends.isEmpty() ? "none" : names(backends)) + ": look at lb.check.backends"));
        }
        boolean allAreNamed = !rules.backends().isEmpty() && !rules.frontends().isEmpty();
        boolean hasStatsFrontend = page.frontends().stream().anyMatch(row -> row.proxy().equals(STATS_FRONTEND));
        return allAreNamed || hasStatsFrontend ? Optional.empty()
                : Optional.of(unknown("page without the frontend " + STATS_FRONTEND
                        + ": cut off, or not served by haproxy/lbkeeper.cfg"));
    }

    private static Optional<Check> closed(StatsPage page, StatsRules rules) {
        if (openFrontends(page, rules) > 0) {
            return Optional.empty();
        }
        List<StatsRow> there = serviceFrontends(page, rules);
        String seen = there.stream().map(row -> SeenText.clean(row.proxy() + " " + row.status()))
                .collect(Collectors.joining(", "));
        List<String> gone = rules.frontends().stream()
                .filter(name -> there.stream().noneMatch(row -> row.proxy().equals(name))).toList();
        // HAProxy 2.4 takes a stopped frontend off the page.
        String notThere = gone.isEmpty() ? "" : names(gone) + " not on the page";
        String what = Stream.of(seen, notThere).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return Optional.of(new Check(Health.STOPPING,
                "no service frontend is open: " + (what.isEmpty() ? "none on the page" : what)));
    }

    private static List<StatsRow> serviceFrontends(StatsPage page, StatsRules rules) {
        return page.frontends().stream()
                .filter(row -> rules.frontends().isEmpty() ? !row.proxy().equals(STATS_FRONTEND)
                        : rules.frontends().contains(row.proxy()))
                .toList();
    }

    private static long openFrontends(StatsPage page, StatsRules rules) {
        return serviceFrontends(page, rules).stream().filter(StatsRow::isOpen).count();
    }

    private static Check unknown(String why) {
        return new Check(Health.UNKNOWN, why);
    }

    private static String names(List<String> names) {
        return SeenText.list(names);
    }
}
