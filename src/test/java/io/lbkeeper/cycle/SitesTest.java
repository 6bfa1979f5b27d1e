package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.node;
import static io.lbkeeper.cycle.PairOfNodes.owner;
import static io.lbkeeper.cycle.PairOfNodes.rules;
import static io.lbkeeper.cycle.PairOfNodes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SitesTest {
    private static final String OWN = "http://127.0.0.1:8404/stats;csv";
    private static final Rules RULES = rules("lb1", "lb2", "lb3");
    private static final Target OWN_TARGET = new Target("lb1", "", OWN);

    @Test
    void withoutRecordsOnlyThisNodeIsThere() {
        assertThat(sites(Map.of()).targets(RULES, Optional.empty())).containsExactly(OWN_TARGET);
    }

    @Test
    void aPeerIsAtItsNodeRecordsAddress() {
        assertThat(targets(Map.of(), node("lb1", "203.0.113.10"), node("lb2", "203.0.113.20")))
                .containsExactly(OWN_TARGET, target("lb2", "203.0.113.20"));
    }

    @Test
    void onlyAStatsPageTellsWhoIsThere() {
        for (String plain : List.of("tcp://{address}:443", "ping://{address}")) {
            Sites sites = new Sites(OWN, plain, Map.of());
            assertThat(sites.foregone("203.0.113.11")).as(plain).get().extracting(Check::health)
                    .isEqualTo(Health.STRANGER);
            assertThat(sites.targets(RULES, Optional.of(Records.of(List.of(node("lb2", "2001:db8::20")), RULES))))
                    .extracting(Target::url).containsExactly(OWN, plain.replace("{address}", "[2001:db8::20]"));
        }
        assertThat(sites(Map.of()).foregone("203.0.113.11")).isEmpty();
    }

    @Test
    void theOwnerIsWhereTheOwnerRecordSays() {
        assertThat(targets(Map.of(), service("203.0.113.21"), owner("lb2", "203.0.113.21"),
                node("lb2", "203.0.113.20"), node("lb3", "203.0.113.30")))
                .containsExactly(OWN_TARGET, target("lb2", "203.0.113.21"), target("lb3", "203.0.113.30"));
    }

    @Test
    void anAddressThatTheOperatorHasFixedComesFirst() {
        assertThat(targets(Map.of("lb2", "10.0.0.2", "lb3", "10.0.0.3"), service("203.0.113.21"),
                owner("lb2", "203.0.113.21"), node("lb2", "203.0.113.20")))
                .containsExactly(OWN_TARGET, target("lb2", "10.0.0.2"), target("lb3", "10.0.0.3"));
        assertThat(sites(Map.of("lb3", "10.0.0.3")).targets(RULES, Optional.empty()))
                .containsExactly(OWN_TARGET, target("lb3", "10.0.0.3"));
    }

    @Test
    void aNodeRecordThatIsNoPlainAddressIsNoPlaceToLook() {
        assertThat(targets(Map.of(), RecordSet.simple("lb2.example.com", "CNAME", PairOfNodes.TTL, "x.example.com"),
                new RecordSet("lb3.example.com", "A", PairOfNodes.TTL, List.of("192.0.2.1"), "weighted set 'a'")))
                .containsExactly(OWN_TARGET);
    }

    @Test
    void thisNodeIsAtItsOwnUrlEvenAsOwner() {
        assertThat(targets(Map.of(), service("203.0.113.10"), owner("lb1", "203.0.113.10"),
                node("lb1", "203.0.113.10"))).containsExactly(OWN_TARGET);
    }

    @Test
    void anIpv6AddressStandsInBrackets() {
        assertThat(targets(Map.of(), node("lb2", "2001:db8::2"))).containsExactly(OWN_TARGET,
                new Target("lb2", "2001:db8::2", "http://[2001:db8::2]:8404/stats;csv"));
    }

    private static Target target(String node, String address) {
        return new Target(node, address, "http://" + address + ":8404/stats;csv");
    }

    private static List<Target> targets(Map<String, String> fixed, RecordSet... records) {
        return sites(fixed).targets(RULES, Optional.of(Records.of(List.of(records), RULES)));
    }

    private static Sites sites(Map<String, String> fixed) {
        return new Sites(OWN, "http://{address}:8404/stats;csv", fixed);
    }
}
