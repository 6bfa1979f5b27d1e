package io.lbkeeper.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.cycle.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketLinesTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final AtomicInteger ends = new AtomicInteger();
    private SocketLines lines = new SocketLines(line -> ends.incrementAndGet(), AN_HOUR);

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void theEndOfALineIsToldOnce() throws IOException {
        try (FarEnd haproxy = FarEnd.ofLines()) {
            hold(haproxy);
            assertThat(haproxy.asked).containsExactly("GET /lbkeeper/line HTTP/1.1");
            haproxy.end(false);
            soon().until(() -> ends.get() == 1);
            quiet();
            assertThat(ends).as("one end").hasValue(1);
            assertThat(haproxy.asked).as("none is opened before the next good check").hasSize(1);
        }
    }

    /** One that comes before the answer was read ends no line; then there is another. */
    @Test
    void aResetIsAnEndToo() throws IOException {
        try (FarEnd haproxy = FarEnd.ofLines()) {
            hold(haproxy);
            soon().pollInterval(Duration.ofMillis(50)).until(() -> {
                haproxy.end(true);
                lines.hold(List.of(haproxy.target("lb1")));
                return ends.get() > 0;
            });
        }
    }

    @Test
    void itIsOpenedAgainAtOnceWhenTheHaproxyWasWellAfterItsEnd() throws IOException {
        try (FarEnd haproxy = FarEnd.ofLines()) {
            hold(haproxy);
            haproxy.end(false);
            soon().until(() -> ends.get() == 1);
            soon().until(() -> {
                lines.hold(List.of(haproxy.target("lb1")));
                return haproxy.asked.size() == 2;
            });
            haproxy.end(false);
            soon().until(() -> ends.get() == 2);
        }
    }

    /** What ends each line costs two checks, and from then on one after each pause. */
    @Test
    void whoClosesEachLineAtOnceIsAskedLessAndLess() throws IOException {
        try (FarEnd haproxy = new FarEnd(FarEnd.LINE, true)) {
            soon().until(() -> {
                lines.hold(List.of(haproxy.target("lb1")));
                return ends.get() == 2;
            });
            for (int cycle = 0; cycle < 20; cycle++) {
                lines.hold(List.of(haproxy.target("lb1")));
                quiet();
            }
            assertThat(ends).as("ends in 1 s, with a cycle each 50 ms").hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 204 No Content\r\n\r\nand a body"})
    void whatIsNotALineIsNoneAndItsEndIsNotTold(String answer) throws IOException {
        try (FarEnd other = new FarEnd(answer, false)) {
            lines.hold(List.of(other.target("lb1")));
            soon().until(() -> !other.open.isEmpty() && other.asked.size() == 1);
            other.end(false);
            quiet();
            assertThat(ends).hasValue(0);
        }
    }

    @Test
    void whoIsNotWellAnyMoreIsLetGoAndItsEndIsNotTold() throws IOException {
        try (FarEnd own = FarEnd.ofLines(); FarEnd peer = FarEnd.ofLines()) {
            lines.hold(List.of(own.target("lb1"), peer.target("lb2")));
            soon().until(() -> own.asked.size() == 1 && peer.asked.size() == 1);
            lines.hold(List.of(own.target("lb1")));
            soon().until(() -> peer.open.get(0).getInputStream().read() < 0);
            peer.end(false);
            quiet();
            assertThat(ends).hasValue(0);
            own.end(false);
            soon().until(() -> ends.get() == 1);
        }
    }

    /** After a reload it is the old process that has the line. */
    @Test
    void itIsRenewedBeforeTheOldOneIsLetGo() throws IOException {
        lines = new SocketLines(line -> ends.incrementAndGet(), Duration.ofMillis(200));
        try (FarEnd haproxy = FarEnd.ofLines()) {
            lines.hold(List.of(haproxy.target("lb1")));
            soon().until(() -> haproxy.asked.size() >= 2);
            assertThat(haproxy.open.get(0).getInputStream().read()).as("the first line, closed from here").isNegative();
            assertThat(ends).as("nobody is told of a renewal").hasValue(0);
            haproxy.end(false);
            soon().until(() -> ends.get() >= 1);
        }
    }

    @Test
    void nobodyIsAskedOverTls() throws IOException {
        try (FarEnd haproxy = FarEnd.ofLines()) {
            Target plain = haproxy.target("lb1");
            lines.hold(List.of(new Target("lb1", "", plain.url().replace("http:", "https:"))));
            quiet();
            assertThat(haproxy.open).isEmpty();
        }
    }

    @Test
    void aHaproxyThatRefusesAndANameThatIsNoneCostNothing() throws IOException {
        Target refuses;
        try (FarEnd gone = FarEnd.ofLines()) {
            refuses = gone.target("lb2");
        }
        try (FarEnd own = FarEnd.ofLines()) {
            lines.hold(List.of(refuses, new Target("lb3", "", "http://name.invalid:8404/"),
                    new Target("lb4", "", "http://:8404/"), own.target("lb1")));
            soon().until(() -> own.asked.size() == 1);
            own.end(false);
            soon().until(() -> ends.get() == 1);
        }
    }

    @Test
    void onceClosedItHoldsNothing() throws IOException {
        try (FarEnd haproxy = FarEnd.ofLines()) {
            hold(haproxy);
            lines.close();
            assertThat(haproxy.open.get(0).getInputStream().read()).as("closed from here").isNegative();
            lines.hold(List.of(haproxy.target("lb1")));
            quiet();
            assertThat(haproxy.asked).hasSize(1);
        }
    }

    private void hold(FarEnd haproxy) {
        lines.hold(List.of(haproxy.target("lb1")));
        soon().until(() -> haproxy.asked.size() == 1);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(5));
    }

    /** Time enough for what must not happen. */
    private static void quiet() {
        await("50 ms").pollDelay(Duration.ofMillis(50)).until(() -> true);
    }
}
