package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pair that keeps three names, one of which somebody else has taken. */
class SeveralNamesIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @Test
    void allThatAreLbkeepersMoveInOneBatchAndTheOtherIsLeftAlone() throws Exception {
        try (Pair pair = new Pair(Map.of("lb.service", "lb.example.com,www.example.com,api.example.com",
                "lb.grace", "0s"))) {
            pair.byHand(RecordChange.create(ResourceRecordSet.simple("www.example.com.", RecordType.CNAME,
                    Duration.ofMinutes(1), "elsewhere.example.net.")));
            pair.nodes.values().forEach(Node::start);
            await("the start").atMost(LONG_ENOUGH).until(() -> pair.isSettled() && !at(pair, "api").isEmpty());
            String owner = pair.owner();
            String standby = Pair.other(owner);
            assertThat(at(pair, "api")).as(pair.story()).containsExactly(Pair.address(owner));
            int applied = pair.api.applied();
            pair.haproxies.get(owner).kill();
            await("the move").atMost(LONG_ENOUGH).until(() -> pair.serviceAddress().equals(Pair.address(standby)));
            assertThat(at(pair, "api")).as(pair.story()).containsExactly(Pair.address(standby));
            assertThat(pair.api.applied()).as("the move, and perhaps a challenge before it; %s", pair.story())
                    .isBetween(applied + 1, applied + 2);
            assertThat(pair.record("www.example.com.", RecordType.CNAME)).isPresent();
            assertThat(pair.nodes.get(owner).said()).as(pair.story()).anyMatch(line -> line.contains(
                    "www.example.com holds a record that is not a plain address"));
        }
    }

    @Test
    void aNameThatSomebodyDeletesIsBackSoon() throws Exception {
        try (Pair pair = new Pair(Map.of("lb.service", "lb.example.com,www.example.com"))) {
            pair.nodes.values().forEach(Node::start);
            await("the start").atMost(LONG_ENOUGH).until(() -> pair.isSettled() && !at(pair, "www").isEmpty());
            long epoch = pair.epoch();
            pair.byHand(RecordChange.delete(pair.record("www.example.com.", RecordType.A).orElseThrow()));
            await("www.example.com to be back").atMost(LONG_ENOUGH).until(() -> at(pair, "www").equals(
                    List.of(pair.serviceAddress())));
            assertThat(pair.epoch()).as(pair.story()).isEqualTo(epoch + 1);
        }
    }

    private static List<String> at(Pair pair, String label) {
        return pair.record(label + ".example.com.", RecordType.A).map(ResourceRecordSet::values).orElse(List.of());
    }
}
