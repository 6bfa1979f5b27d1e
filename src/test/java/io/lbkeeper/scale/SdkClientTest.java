package io.lbkeeper.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.faults.RateLimit;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The account and the SDK in front of it, as the simulation of many nodes plays them. */
class SdkClientTest {
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private final VirtualTime time = new VirtualTime();
    private final ApiAccount account = new ApiAccount(time, RateLimit.parse("10/s,burst 50"));
    private final List<Optional<Duration>> answers = new ArrayList<>();

    private SdkClient client(long seed) {
        return new SdkClient(time, account, new SplittableRandom(seed));
    }

    private void call(SdkClient client, int tries) {
        client.call(ApiOperation.LIST_RESOURCE_RECORD_SETS, tries, DEADLINE, answers::add);
    }

    @Test
    void theBurstIsServedAtOnceAndThenTenEachSecond() {
        time.at(Duration.ZERO, () -> calls(80));
        time.at(Duration.ofSeconds(2), () -> calls(80));
        time.runUntil(Duration.ofSeconds(2));
        assertThat(account.load(Duration.ZERO, Duration.ofSeconds(2)))
                .as("80 calls in the first second, 50 in the bucket").isEqualTo(
                        new ApiAccount.Load(Duration.ofSeconds(2), 80, 50, 80));
        time.runUntil(Duration.ofSeconds(10));
        assertThat(account.load(Duration.ofSeconds(2), Duration.ofSeconds(10)).served())
                .as("two seconds have put 20 in").isEqualTo(20);
    }

    private void calls(int count) {
        for (int i = 0; i < count; i++) {
            call(client(i), 1);
        }
    }

    @Test
    void everyCallIsAnsweredOnceWithinItsDeadline() {
        time.at(Duration.ZERO, () -> {
            for (int i = 0; i < 200; i++) {
                call(client(i), 4);
            }
        });
        time.runUntil(DEADLINE);
        assertThat(answers).as("calls that were answered by the end of their deadline").hasSize(200);
        assertThat(answers.stream().flatMap(Optional::stream)).as("what is left of it where one was let in")
                .hasSize((int) account.load(Duration.ZERO, DEADLINE.plusSeconds(1)).served())
                .allMatch(left -> !left.isNegative() && left.compareTo(DEADLINE) <= 0)
                .anyMatch(left -> left.compareTo(DEADLINE) < 0);
    }

    @Test
    void aClientThatIsRefusedAgainAndAgainStopsTryingTwice() {
        SdkClient client = client(1);
        time.at(Duration.ZERO, () -> calls(50));
        for (int i = 1; i <= 600; i++) {
            time.at(Duration.ofMillis(i), () -> call(client, 2));
        }
        time.runUntil(Duration.ofMillis(600));
        assertThat(client.allowance()).as("an allowance of 500, five for each second try").isLessThan(5);
    }
}
