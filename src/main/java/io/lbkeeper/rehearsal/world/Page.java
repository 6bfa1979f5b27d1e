package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.observation.StatsAnswer;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer of whoever is at an address.
 *
 * @param node  whose header it carries; empty for a machine that has nothing to do with lbkeeper
 * @param agent what it says of the lbkeeper beside it
 */
public record Page(Optional<String> node, Face face, Check.Agent agent) {
    private static final String COLUMNS = "# pxname,svname,status,lastchg,type,check_status\n";
    private static final String STATS_ROW = "lbkeeper,FRONTEND,OPEN,,0,\n";

    /** What somebody else's web server answers. */
    static Page ofStranger() {
        return new Page(Optional.empty(), Face.GARBAGE, Check.Agent.UNTOLD);
    }

    /** The check that comes of it for {@code expectedNode}, without the long way over CSV. */
    public Check check(String expectedNode) {
        boolean right = node.filter(expectedNode::equals).isPresent();
        return right ? new Check(face.health(), detail(), agent)
                : new Check(Health.STRANGER, "another machine answers there");
    }

    /** The same as an HTTP answer, for a level that judges it as the service does. */
    public StatsAnswer answer() {
        return switch (face) {
            case WELL -> answer(200, page("OPEN", "UP", "L7OK"));
            case BACKENDS_DOWN -> answer(200, page("OPEN", "DOWN", "L4CON"));
            case STOPPING -> answer(200, page("STOP", "UP", "L7OK"));
            case JUST_STARTED -> answer(200, page("OPEN", "UP", "INI"));
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

    private static String page(String frontend, String backend, String check) {
        return COLUMNS + "www,FRONTEND," + frontend + ",,0,\n" + "app,app1," + backend + ",1,2," + check + "\n"
                + "app,BACKEND," + backend + ",1,1,\n" + STATS_ROW;
    }

    private String detail() {
        return switch (face) {
            case WELL -> "1 of 1 backend up";
            case BACKENDS_DOWN -> "1 of 1 backend down";
            case STOPPING -> "HAProxy says that it is stopping";
            case JUST_STARTED -> "HAProxy has just started";
            case GARBAGE -> "HTML instead of CSV";
            case UNAUTHORIZED -> "answered 401";
            case FORBIDDEN -> "answered 403";
            case UNAVAILABLE -> "answered 503";
        };
    }
}
