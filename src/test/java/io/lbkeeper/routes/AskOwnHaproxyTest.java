package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.decision.Health;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this node's own HAProxy is told of its lbkeeper, and what it tells of another one. */
class AskOwnHaproxyTest extends CheckTestBase {
    private static final String MINE = "X-Lbkeeper-State-Dir: /var/lib/lb%20k,%C3%BC";
    private static final String ANOTHERS = "X-Lbkeeper-State-Dir: /srv/lbkeeper";

    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app,unchecked", "lb.state-dir", "/var/lib/lb k,ü");
    }

    @Test
    void onlyItIsToldWhoAsks() {
        server.replies(StatsPages.good());
        own();
        check();
        assertThat(server.requests()).extracting(request -> request.header("X-Lbkeeper-Agent"))
                .containsExactly(Optional.of("lb2"), Optional.empty());
        assertThat(server.requests()).extracting(request -> request.header("X-Lbkeeper-State-Dir"))
                .containsExactly(Optional.of("/var/lib/lb%20k,%C3%BC"), Optional.empty());
        List<Optional<String>> settings = server.requests().stream().map(request -> request.header(
                "X-Lbkeeper-Settings")).toList();
        assertThat(settings.get(0)).hasValueSatisfying(told -> assertThat(told).contains("lb.check.backends="
                + "app,unchecked;lb.check.fall=3;"));
        assertThat(settings.get(1)).as("to a peer's HAProxy").isEmpty();
    }

    @Test
    void whoeverWasFirstKeepsIt() {
        server.replies(Replies.whole(200, StatsPages.PAGE, StatsPages.NODE, MINE));
        assertCheck(own(), Health.OK, "2 of 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void whoeverComesLaterMovesNothing(int status) {
        server.replies(Replies.whole(status, StatsPages.PAGE, StatsPages.NODE, ANOTHERS, "X-Lbkeeper-Agent: alive"));
        assertThat(own()).isEqualTo(new Check(Health.UNKNOWN, "another lbkeeper on this machine, with lb.state-dir="
                + "\"/srv/lbkeeper\", has asked it in the name of lb2 before this one: stop one of the two; this one "
                + "moves nothing until the other is silent", Agent.ALIVE));
    }

    @Test
    void thePeersHaproxyAndAStrangerHaveNoSayInThis() {
        server.replies(Replies.whole(200, StatsPages.PAGE, StatsPages.NODE, ANOTHERS));
        assertCheck(check(), Health.OK, "2 of 2");
        server.replies(Replies.whole(200, StatsPages.PAGE, "X-Lbkeeper-Node: lb3", ANOTHERS));
        assertCheck(own(), Health.STRANGER, "lb3");
    }

    private Check own() {
        return check(new Target("lb2", "", server.url() + "/stats;csv"));
    }
}
