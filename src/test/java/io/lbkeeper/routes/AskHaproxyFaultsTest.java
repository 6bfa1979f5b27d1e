package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a check that gets no whole answer, and that it ends in time. */
class AskHaproxyFaultsTest extends CheckTestBase {
    private static final Duration DRIP = Duration.ofMillis(100);

    static Stream<Arguments> faults() {
        String page = StatsPages.PAGE;
        return Stream.of(
                fault("hang-up", Replies.hangUp(), Health.DEAD, "connection reset"),
                fault("reset", Replies.reset(), Health.DEAD, "connection reset"),
                fault("silence", Replies.silence(), Health.DEAD, "timed out"),
                fault("drip", Replies.drip(DRIP, StatsPages.NODE), Health.DEAD, "timed out"),
                fault("drip of the head", Replies.dripHead(DRIP), Health.DEAD, "timed out"),
                fault("cut by length", Replies.cut(page, StatsPages.NODE), Health.UNKNOWN, "cut off"),
                fault("cut by chunks", Replies.cutChunks(page, StatsPages.NODE), Health.UNKNOWN, "cut off"),
                fault("no HTTP", (client, closed) -> client.getOutputStream().write("SSH-2.0-x\r\n".getBytes()),
                        Health.DEAD, "connection reset"),
                fault("50 MB", Replies.huge(50, StatsPages.NODE), Health.UNKNOWN, "a body of more than 1048576 bytes"),
                fault("a stranger's 50 MB", Replies.huge(50), Health.STRANGER, "no X-Lbkeeper-Node header"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultHasItsHealthWithinTheDeadline(String what, Reply reply, Health health, String words) {
        server.replies(reply);
        assertCheck(checkInTime(1), health, words);
        assertThat(server.requests()).as("times asked").hasSize(1);
    }

    @Test
    void anAnswerThatIsSlowButCompleteCounts() {
        server.replies(Replies.slow(5, Duration.ofMillis(50), StatsPages.PAGE, StatsPages.NODE));
        assertCheck(checkInTime(1), Health.OK, "2 of 2");
    }

    @Test
    void nobodyThereIsDead() {
        server.close();
        assertCheck(checkInTime(1), Health.DEAD, "connection refused");
    }

    @Test
    void aNameThatIsNoneIsAFaultOfThisSide() {
        assertCheck(check("http://no-such-host.invalid:8404/stats;csv"), Health.UNKNOWN, "unknown host");
    }

    @Test
    void anOverlongAnswerTakesNoMoreMemoryThanTheCapAllows() {
        server.replies(Replies.huge(300, StatsPages.NODE));
        long before = usedAfterCollection();
        for (int i = 0; i < 3; i++) {
            assertCheck(checkInTime(1), Health.UNKNOWN, "a body of more than");
        }
        assertThat(usedAfterCollection() - before).as("bytes kept after three of 300 MB").isLessThan(20L << 20);
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Arguments fault(String what, Reply reply, Health health, String words) {
        return Arguments.of(what, reply, health, words);
    }
}
