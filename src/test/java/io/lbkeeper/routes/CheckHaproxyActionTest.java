package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Health;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a check without an answer is confirmed, and what counts then; each deadline is that of one connection. */
class CheckHaproxyActionTest extends CheckTestBase {
    private static final int CONFIRMATIONS = 4;

    private static final Reply STOPPING =
            Replies.whole(200, StatsPages.PAGE, StatsPages.NODE, "X-Lbkeeper-State: stopping");

    private int confirmations = CONFIRMATIONS;
    private Duration deadline = DEADLINE;

    @Override
    String kamelet() {
        return "kamelet:check-haproxy-action?deadline=" + deadline.toMillis() + "&confirmations=" + confirmations;
    }

    @Test
    void whoAnswersIsNotAskedAgain() {
        for (Reply answer : new Reply[] {StatsPages.good(), StatsPages.refusal(503), Replies.whole(200, "<html>"),
            Replies.cut("a,b", StatsPages.NODE)}) {
            int before = server.requests().size();
            server.replies(answer);
            assertThat(checkInTime(0).health()).isNotEqualTo(Health.DEAD);
            assertThat(server.requests().size() - before).as("times asked").isEqualTo(1);
        }
    }

    @Test
    void oneAnswerOfTheRaceIsEnough() {
        server.replies(Replies.reset(), Replies.silence(), Replies.reset(), StatsPages.good(), Replies.silence());
        assertCheck(checkInTime(1), Health.OK, "2 of 2");
        assertThat(server.requests()).hasSize(1 + CONFIRMATIONS);
    }

    @Test
    void theOldProcessOfAReloadIsNotTheLastWord() {
        server.replies(STOPPING, StatsPages.good());
        assertCheck(checkInTime(0), Health.OK, "2 of 2");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void whoSaysSoTwiceIsStopping() {
        server.replies(STOPPING);
        assertCheck(checkInTime(0), Health.STOPPING, "is stopping");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void whoClosesItsPortAfterThatIsStopping() {
        server.replies(STOPPING, Replies.hangUp());
        assertCheck(checkInTime(0), Health.STOPPING, "is stopping");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void withoutConfirmationsItIsTakenAtItsFirstWord() {
        confirmations = 0;
        server.replies(STOPPING, StatsPages.good());
        assertCheck(checkInTime(0), Health.STOPPING, "is stopping");
    }

    /** If one had to wait for another it would be for a whole deadline. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void allOfTheRaceAreUnderWayAtOnce() {
        deadline = Duration.ofSeconds(20);
        CountDownLatch allAsked = new CountDownLatch(CONFIRMATIONS);
        server.replies(Replies.hangUp(), after(allAsked, StatsPages.good()));
        assertCheck(check(), Health.OK, "2 of 2");
    }

    @Test
    void aSilentOneIsDeadWithinTheDeadlinesOfOneConnectionAndOfTheRace() {
        server.replies(Replies.silence());
        assertCheck(checkInTime(2), Health.DEAD, "timed out");
        assertThat(server.requests()).hasSize(1 + CONFIRMATIONS);
    }

    @Test
    void whereNobodyListensItIsDeadAtOnce() {
        server.close();
        assertCheck(checkInTime(0), Health.DEAD, "connection refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16})
    void thereAreAsManyAsAreAskedFor(int number) {
        confirmations = number;
        server.replies(Replies.hangUp());
        assertCheck(checkInTime(1), Health.DEAD, "connection reset");
        assertThat(server.requests()).hasSize(1 + number);
    }

    @Test
    void noConnectionOutlivesTheCheck() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1 + CONFIRMATIONS);
        server.replies((client, closed) -> {
            try {
                client.getInputStream().read();
            } finally {
                ended.countDown();
            }
        });
        assertCheck(checkInTime(2), Health.DEAD, "timed out");
        assertThat(ended.await(SLACK.toMillis(), TimeUnit.MILLISECONDS)).as("all connections ended").isTrue();
    }

    @Test
    void nothingOfOneConnectionGoesToAnother() {
        CountDownLatch allAsked = new CountDownLatch(CONFIRMATIONS);
        server.replies(Replies.hangUp(), after(allAsked, Replies.whole(503, "", StatsPages.NODE, "X-Left-Over: 1",
                "Set-Cookie: seen=yes; Path=/", "CamelHttpUri: http://127.0.0.1:1/")));
        assertCheck(check(), Health.UNKNOWN, "answered 503");
        assertCheck(check(), Health.UNKNOWN, "answered 503");
        assertThat(server.requests()).hasSize(1 + CONFIRMATIONS + 1).containsOnly(server.requests().get(0));
    }

    /** The reply is given when so many requests are in. */
    static Reply after(CountDownLatch asked, Reply reply) {
        return (client, closed) -> {
            asked.countDown();
            asked.await();
            reply.give(client, closed);
        };
    }
}
