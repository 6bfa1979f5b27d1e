package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records at the service name that lbkeeper has not written: it says what it found and what to do, and waits. */
class UnsafeRecordsIT {
    private static final Optional<Duration> TTL = Optional.of(Duration.ofSeconds(60));

    static Stream<Arguments> records() {
        ResourceRecordSet unknown = PairIT.set(Pair.SERVICE, RecordType.A, "198.51.100.9");
        ResourceRecordSet cname = PairIT.set(Pair.SERVICE, RecordType.CNAME, "www.example.net.");
        ResourceRecordSet three = new ResourceRecordSet(Pair.SERVICE, RecordType.A, Optional.empty(), List.of(), TTL,
                List.of("127.0.1.1", "127.0.1.2", "127.0.1.3"), Optional.empty(), Optional.empty());
        ResourceRecordSet weighted = new ResourceRecordSet(Pair.SERVICE, RecordType.A, Optional.of("blue"),
                List.of(new RoutingPolicy.Weighted(10)), TTL, List.of("127.0.1.1"), Optional.empty(),
                Optional.empty());
        ResourceRecordSet target = PairIT.set("www.example.com.", RecordType.A, "127.0.1.1");
        ResourceRecordSet alias = new ResourceRecordSet(Pair.SERVICE, RecordType.A, Optional.empty(), List.of(),
                Optional.empty(), List.of(), Optional.of(new AliasTarget("ZEXAMPLE", "www.example.com.", false)),
                Optional.empty());
        return Stream.of(
                Arguments.of("an unknown address", List.of(unknown), "holds 198.51.100.9, which is not the address"),
                Arguments.of("a CNAME", List.of(cname), "CNAME www.example.net"),
                Arguments.of("three addresses", List.of(three), "holds 3 addresses: 127.0.1.1, 127.0.1.2, 127.0.1.3"),
                Arguments.of("a weighted set", List.of(weighted), "weighted set 'blue'"),
                Arguments.of("an alias", List.of(target, alias), "alias to www.example.com."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void areRefusedWithAReason(String name, List<ResourceRecordSet> found, String says) throws Exception {
        try (Pair pair = new Pair(Map.of())) {
            pair.byHand(found.stream().map(RecordChange::create).toArray(RecordChange[]::new));
            Node lb1 = pair.nodes.get("lb1").start();
            await("a refusal that says " + says).atMost(Duration.ofSeconds(15)).until(() -> lb1.said().stream()
                    .anyMatch(line -> line.startsWith("RefuseToMove: lb.example.com ") && line.contains(says)
                            && line.contains("delete")));
            PairIT.awaitCycles(pair, 4);
            assertThat(pair.zone.records()).as(pair.story()).containsAll(found);
            assertThat(pair.record("_owner." + Pair.SERVICE, RecordType.TXT)).as(pair.story()).isEmpty();
            assertThat(pair.api.applied()).as("only its own record is new; %s", pair.story()).isEqualTo(1);
        }
    }
}
