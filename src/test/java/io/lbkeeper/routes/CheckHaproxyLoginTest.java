package io.lbkeeper.routes;

import static io.lbkeeper.routes.CheckHaproxyActionTest.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Health;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The connections that race keep the rules by which one of them may show the password. */
class CheckHaproxyLoginTest extends CheckTestBase {
    private static final int CONFIRMATIONS = 4;
    private static final String ASKS = "WWW-Authenticate: Basic realm=\"lbkeeper\"";

    private final CountDownLatch allAsked = new CountDownLatch(CONFIRMATIONS);

    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app", "lb.check.user", "Aladdin", "lb.check.password", "open sesame");
    }

    @Override
    String kamelet() {
        return "kamelet:check-haproxy-action?deadline=" + DEADLINE.toMillis() + "&confirmations=" + CONFIRMATIONS;
    }

    @Test
    void aStrangerThatAnswersTheRaceDoesNotGetIt() {
        for (Reply stranger : new Reply[] {Replies.whole(401, "", ASKS),
            Replies.whole(401, "", "X-Lbkeeper-Node: lb3", ASKS)}) {
            server.replies(Replies.hangUp(), stranger);
            assertCheck(check(), Health.STRANGER, "X-Lbkeeper-Node");
        }
        assertThat(server.requests()).hasSize(2 * (1 + CONFIRMATIONS))
                .allMatch(request -> request.header("Authorization").isEmpty());
    }

    @Test
    void onlyTheConnectionThatTheRightNodeHasAskedShowsIt() {
        Reply silence = after(allAsked, Replies.silence());
        server.replies(Replies.hangUp(), after(allAsked, StatsPages.refusal(401, ASKS)), silence, silence, silence,
                StatsPages.good());
        assertCheck(checkInTime(1), Health.OK, "1 of 1");
        assertThat(server.requests()).extracting(request -> request.header("Authorization").isPresent())
                .containsExactly(false, false, false, false, false, true);
    }
}
