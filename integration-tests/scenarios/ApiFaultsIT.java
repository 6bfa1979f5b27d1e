package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scenarios.FaultyApi.Call;

/**
 * Each call to the API fails in each way, one at a time and all together, while there is something to do. Nothing
 * may be written that should not be, nobody may give up, and all is done as soon as the fault ends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiFaultsIT {
    private static final Duration AFTER_THE_FAULT = Duration.ofSeconds(8);
    private Pair pair;

    @BeforeAll
    void start() throws Exception {
        pair = new Pair(Map.of("lb.grace", "500ms"));
        pair.nodes.values().forEach(Node::start);
        await("the start").atMost(Duration.ofSeconds(30)).until(pair::isSettled);
    }

    @AfterAll
    void stop() {
        pair.close();
    }

    static Stream<Arguments> faults() {
        List<Set<Call>> scopes = List.of(EnumSet.of(Call.READ), EnumSet.of(Call.REGISTER), EnumSet.of(Call.SWAP),
                EnumSet.of(Call.READ, Call.REGISTER, Call.SWAP));
        return Stream.of(Fault.values()).flatMap(fault -> scopes.stream()
                .filter(scope -> !fault.applies() || !scope.contains(Call.READ))
                .map(scope -> Arguments.of(fault, scope)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("faults")
    void neitherMisleadsNorStopsAnyone(Fault fault, Set<Call> calls) throws Exception {
        String owner = pair.owner();
        String standby = Pair.other(owner);
        long epoch = pair.epoch();
        ResourceRecordSet standbyRecord = pair.record(standby + ".example.com.", RecordType.A).orElseThrow();

        pair.api.fail(calls, fault);
        // A cycle that has read before may still act upon what it sees after.
        awaitThat("reads that fail").until(() -> !calls.contains(Call.READ) || pair.api.failed(Call.READ) >= 3);
        pair.byHand(RecordChange.delete(standbyRecord));
        pair.haproxies.get(owner).kill();
        int reads = pair.api.failed(Call.READ);
        awaitThat("calls that fail").until(() -> calls.stream().allMatch(call -> pair.api.failed(call)
                >= leastFailures(call, calls, fault) + (call == Call.READ ? reads : 0)));
        if (calls.contains(Call.READ) || calls.contains(Call.SWAP) && !fault.applies()) {
            assertThat(pair.serviceAddress()).as("while it fails; %s", pair.story()).isEqualTo(Pair.address(owner));
            assertThat(pair.epoch()).as(pair.story()).isEqualTo(epoch);
        }

        pair.api.heal();
        awaitThat("the name to move").until(() -> pair.serviceAddress().equals(Pair.address(standby)));
        awaitThat("the standby to register").until(pair::isSettled);
        assertThat(pair.owner()).as(pair.story()).isEqualTo(standby);
        long moved = pair.epoch();
        assertThat(moved).as("a move, and before it a challenge at most; %s", pair.story())
                .isBetween(epoch + 1, epoch + 2);
        pair.haproxies.get(owner).start();
        awaitThat("the former owner to see that all is well").until(() -> pair.nodes.get(owner).lastSaid()
                .startsWith("KeepRecord: " + standby + " owns"));
        awaitThat("the new owner to see that all is well").until(() -> pair.nodes.get(standby).lastSaid()
                .startsWith("KeepRecord: " + standby + " owns"));
        assertThat(pair.epoch()).as("nothing fails back; %s", pair.story()).isEqualTo(moved);
    }

    /** Who can't read sends nothing, and who reads that a change was applied sends it no more. */
    private static int leastFailures(Call call, Set<Call> calls, Fault fault) {
        boolean canRead = !calls.contains(Call.READ) || fault == Fault.EMPTY;
        return call == Call.READ ? 3 : !canRead || call == Call.REGISTER && calls.size() > 1 ? 0
                : fault.applies() || call == Call.REGISTER ? 1 : 2;
    }

    private ConditionFactory awaitThat(String what) {
        return await(what).atMost(AFTER_THE_FAULT).pollInterval(Duration.ofMillis(20))
                .conditionEvaluationListener(seen -> {
                    if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 50) {
                        System.out.println(pair.story());
                    }
                });
    }
}
