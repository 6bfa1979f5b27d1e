package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Check;
import io.lbkeeper.observation.StatsAnswer;
import io.lbkeeper.observation.StatsJudge;
import io.lbkeeper.observation.StatsRules;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of whoever is at an address.
 *
 * @param node  whose header it carries; empty for a machine that has nothing to do with lbkeeper
 * @param agent what it says of the lbkeeper beside it
 */
public record Page(Optional<String> node, Face face, Check.Agent agent) {
    /** An HAProxy of which nothing is laid down; its backend and its frontend have the names that they are given. */
    private static final StatsRules PLAIN = new StatsRules(List.of(), List.of(), Duration.ofSeconds(2));
    private static final List<String> BACKENDS = List.of("app");
    private static final List<String> FRONTENDS = List.of("www");
    private static final String COLUMNS = "# pxname,svname,status,lastchg,type,check_status\n";
    private static final String STATS_ROW = StatsRules.STATS_FRONTEND + ",FRONTEND,OPEN,,0,\n";
    private static final Map<Face, String> DETAILS = details();

    /** What somebody else's web server answers. */
    static Page ofStranger() {
        return new Page(Optional.empty(), Face.GARBAGE, Check.Agent.UNTOLD);
    }

    /** The check that comes of it for {@code expectedNode}, mostly without the long way over CSV. */
    public Check check(String expectedNode) {
        boolean right = node.filter(expectedNode::equals).isPresent();
        return right ? new Check(face.health(), DETAILS.get(face), agent)
                : StatsJudge.judge(expectedNode, answer(PLAIN), PLAIN);
    }

    /** The same as an HTTP answer, with the backends and frontends on it that these rules ask for. */
    public StatsAnswer answer(StatsRules rules) {
        return switch (face) {
            case WELL -> answer(200, page(rules, "OPEN", "UP", "L7OK"));
            case BACKENDS_DOWN -> answer(200, page(rules, "OPEN", "DOWN", "L4CON"));
            case STOPPING -> answer(200, page(rules, "STOP", "UP", "L7OK"));
            case JUST_STARTED -> answer(200, page(rules, "OPEN", "UP", "INI"));
            case GARBAGE -> answer(200, "<html><body>It works!</body></html>\n");
            case UNAUTHORIZED -> answer(401, "");
            case FORBIDDEN -> answer(403, "");
            case UNAVAILABLE -> answer(503, "");
        };
    }

    private StatsAnswer answer(int status, String body) {
        Optional<String> state = face == Face.STOPPING ? Optional.of("stopping") : Optional.empty();
        Optional<String> says = agent == Check.Agent.UNTOLD ? Optional.empty()
                : Optional.of(agent.name().toLowerCase(Locale.ROOT));
        return new StatsAnswer(status, node, state, says, body);
    }

    private static String page(StatsRules rules, String frontend, String backend, String check) {
        StringBuilder page = new StringBuilder(COLUMNS);
        (rules.frontends().isEmpty() ? FRONTENDS : rules.frontends()).forEach(name ->
                page.append(name).append(",FRONTEND,").append(frontend).append(",,0,\n"));
        (rules.backends().isEmpty() ? BACKENDS : rules.backends()).forEach(name ->
                page.append(name).append(',').append(name).append("1,").append(backend).append(",1,2,").append(check)
                        .append('\n').append(name).append(",BACKEND,").append(backend).append(",1,1,\n"));
        return page.append(STATS_ROW).toString();
    }

    private static Map<Face, String> details() {
        Map<Face, String> details = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            Page page = new Page(Optional.of("lb1"), face, Check.Agent.UNTOLD);
            details.put(face, StatsJudge.judge("lb1", page.answer(PLAIN), PLAIN).detail());
        }
        return details;
    }
}
