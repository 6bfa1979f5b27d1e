package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.decision.Health;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets to see the password: the right node, after it has asked, and nobody on the way to a public address. */
class AskHaproxyLoginTest extends CheckTestBase {
    /** RFC 7617's own example. */
    private static final String BASIC = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
    private static final String ASKS = "WWW-Authenticate: Basic realm=\"lbkeeper\"";

    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app", "lb.check.user", "Aladdin", "lb.check.password", "open sesame");
    }

    @Test
    void itIsSentOnceAfterTheRightNodeHasAskedForIt() {
        server.replies(StatsPages.refusal(401, ASKS), StatsPages.good());
        assertCheck(check(), Health.OK, "1 of 1");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0).header("Authorization")).as("on the first request").isEmpty();
        assertThat(server.requests().get(1).header("Authorization")).contains(BASIC);
    }

    @Test
    void itIsNotSentWhereNobodyAsks() {
        server.replies(StatsPages.good());
        assertCheck(check(), Health.OK, "1 of 1");
        assertThat(server.request().header("Authorization")).isEmpty();
    }

    @Test
    void itIsAskedForAnewInTheNextCheck() {
        server.replies(StatsPages.refusal(401, ASKS), StatsPages.good(), StatsPages.good());
        assertCheck(check(), Health.OK, "1 of 1");
        assertCheck(check(), Health.OK, "1 of 1");
        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().get(2).header("Authorization")).as("on the next check's first request").isEmpty();
    }

    @Test
    void aStrangerDoesNotGetIt() {
        for (Reply stranger : new Reply[] {Replies.whole(401, "", ASKS),
            Replies.whole(401, "", "X-Lbkeeper-Node: lb3", ASKS)}) {
            server.replies(stranger, StatsPages.good());
            assertCheck(check(), Health.STRANGER, "X-Lbkeeper-Node");
        }
        assertThat(server.requests()).as("one request to each").hasSize(2)
                .allMatch(request -> request.header("Authorization").isEmpty());
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        server.replies(StatsPages.refusal(401, ASKS));
        assertCheck(check(), Health.UNKNOWN, "answered 401: look at lb.check.user and lb.check.password");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aSilentAnswerToItIsDeadInTime() {
        server.replies(StatsPages.refusal(401, ASKS), Replies.silence());
        assertCheck(checkInTime(2), Health.DEAD, "timed out");
    }

    @Test
    void itDoesNotGoUnencryptedToAnAddressThatIsNotPrivate() {
        server.replies(StatsPages.refusal(401, ASKS), StatsPages.good());
        // The system connects 0.0.0.0 to this machine, but it is no private address.
        String url = "http://0.0.0.0:" + server.port() + "/stats;csv";
        assertCheck(check(url), Health.UNKNOWN, "which does not go unencrypted to a public address: use https in "
                + "lb.check.url, a private lb.peer.lb2.address, or lb.check.password-over-http=true");
        assertThat(server.request().header("Authorization")).isEmpty();

        server.replies(StatsPages.refusal(401, ASKS, "X-Lbkeeper-Agent: alive"), StatsPages.good());
        Check own = check(new Target("lb2", "", url));
        assertCheck(own, Health.UNKNOWN, "use https or a private address in lb.check.own-url, or "
                + "lb.check.password-over-http=true");
        assertThat(own.agent()).isEqualTo(Agent.ALIVE);
    }
}
