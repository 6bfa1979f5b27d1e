package io.lbkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Decision.Changing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What holds for every decision, whatever was seen and whatever is remembered. jqwik prints the seed. */
class DecisionTableTest {
    private static final Rules RULES = new Rules("lb1", List.of("lb1", "lb2", "lb3"), "example.com", "lb.example.com",
            Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(1), 3, 2, Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final List<String> ADDRESSES = List.of("203.0.113.1", "203.0.113.2", "203.0.113.3", "198.51.100.9");

    private static final Arbitrary<Optional<String>> CHALLENGERS = Arbitraries.of(Optional.empty(),
            Optional.of("lb1"), Optional.of("lb3"));

    /** One situation: the values that {@link DecisionTable#decide} gets. */
    record Given(Observation seen, Memory memory) {
        Decision decision() {
            return DecisionTable.decide(seen, memory, RULES);
        }

        Health health(String node) {
            return seen.check(node).map(Check::health).orElse(Health.UNKNOWN);
        }
    }

    @Property(tries = 20_000)
    void everySituationHasADecisionWithAReason(@ForAll("situations") Given given) {
        Decision decision = given.decision();
        assertThat(decision.reason()).isNotBlank().endsWith(".").doesNotContain("null", "Optional", "[");
        assertThat(given.decision()).as("the same values give the same decision").isEqualTo(decision);
    }

    @Property(tries = 20_000)
    void theServiceRecordChangesOnlyTogetherWithItsOwnerRecordAndOnlyAsItWasRead(@ForAll("situations") Given given) {
        if (!(given.decision() instanceof Changing changing)) {
            return;
        }
        Change change = changing.change();
        List<String> names = change.desired().stream().map(RecordSet::name).toList();
        if (!change.guarded()) {
            assertThat(names).as("set blindly").containsExactly("lb1.example.com");
            return;
        }
        assertThat(names).contains("_owner.lb.example.com").isSubsetOf("lb.example.com", "_owner.lb.example.com");
        Records read = given.seen().records().found().orElseThrow();
        List<RecordSet> there = new ArrayList<>();
        if (read.service() instanceof Records.Service.Held held) {
            there.add(held.set());
        }
        if (read.owner() instanceof Records.Ownership.Claimed claimed) {
            there.add(claimed.set());
        }
        boolean adopts = changing instanceof Decision.AdoptRecord;
        boolean ownerRecordOnly = !names.contains("lb.example.com");
        assertThat(change.expected()).isEqualTo(adopts ? List.of() : ownerRecordOnly
                ? there.subList(there.size() - 1, there.size()) : there);
        assertThat(change.desired().get(names.indexOf("_owner.lb.example.com")).values().get(0))
                .contains("epoch=" + (read.claim().map(OwnerRecord::epoch).orElse(0L) + 1), "nonce=fresh");
    }

    @Property(tries = 60_000)
    void aMoveNeedsADeadOwnerAWellNodeAndAFreshRead(@ForAll("situations") Given given) {
        boolean moves = given.decision() instanceof Decision.TakeOver;
        Statistics.label("moves").collect(given.decision().name());
        if (!moves) {
            return;
        }
        OwnerRecord claim = given.seen().records().found().flatMap(Records::claim).orElseThrow();
        assertThat(given.health(claim.owner()).isFailure()).as("the owner fails now").isTrue();
        assertThat(given.memory().streak(claim.owner()).orElseThrow().failures()).as("and has failed in a row")
                .isGreaterThanOrEqualTo(RULES.fall());
        assertThat(given.health("lb1")).isEqualTo(Health.OK);
        assertThat(given.memory().streak("lb1").orElseThrow().up()).isTrue();
        assertThat(given.seen().fresh()).isTrue();
        assertThat(given.memory().own().address()).isPresent();
        assertThat(given.memory().moves().last().filter(at -> given.seen().at().minus(at).compareTo(RULES.holdDown())
                < 0)).as("hold-down").isEmpty();
        assertThat(claim.challenger()).as("the claim was announced").contains("lb1");
        assertThat(given.memory().contest().hasStoodFor(Duration.ofSeconds(10), given.seen().at()))
                .as("for the window").isTrue();
    }

    @Property(tries = 20_000)
    void whatIsCreatedNamesANodeThatIsNotSeenFailing(@ForAll("situations") Given given) {
        if (given.decision() instanceof Decision.CreateRecord created) {
            String owner = created.change().desired().stream().filter(set -> set.type().equals("TXT"))
                    .map(set -> ((OwnerText.Readable) OwnerText.read(set.values().get(0))).owner().owner())
                    .findFirst().orElseThrow();
            boolean noBetter = given.health(owner) == Health.DEGRADED && given.health("lb1") != Health.OK;
            assertThat(given.health(owner).isFailure() && !noBetter).isFalse();
            assertThat(owner.equals("lb1") && given.health("lb1") != Health.OK).isFalse();
        }
    }

    @Property(tries = 5_000)
    void nothingChangesWhenTheRecordsCouldNotBeRead(@ForAll("situations") Given given) {
        Observation blind = new Observation(given.seen().at(), Duration.ZERO, given.seen().address(),
                given.seen().checks(), Map.of(), Answer.couldNotAsk("Throttling"), true, "fresh");
        assertThat(DecisionTable.decide(blind, given.memory(), RULES)).isInstanceOf(Decision.RefuseToMove.class);
    }

    @Provide
    Arbitrary<Given> situations() {
        Arbitrary<Map<String, Check>> checks = Combinators.combine(health(), health(), health())
                .as((one, two, three) -> {
                    Map<String, Check> all = new HashMap<>();
                    one.ifPresent(h -> all.put("lb1", new Check(h, "seen")));
                    two.ifPresent(h -> all.put("lb2", new Check(h, "seen")));
                    three.ifPresent(h -> all.put("lb3", new Check(h, "seen")));
                    return all;
                });
        Arbitrary<Answer<String>> address = Arbitraries.of(Answer.value(ADDRESSES.get(0)),
                Answer.value(ADDRESSES.get(3)), Answer.absent("none"), Answer.couldNotAsk("silence"));
        Arbitrary<Observation> seen = Combinators.combine(checks, address, zones(), Arbitraries.of(true, false))
                .as((c, a, z, fresh) -> new Observation(Duration.ofSeconds(100), Duration.ZERO, a, c, Map.of(),
                        Answer.value(Records.of(z, RULES)), fresh, "fresh"));
        return Combinators.combine(seen, standings(), Arbitraries.of(0, 10, 50, 99), Arbitraries.of(50, 89, 91, 100))
                .as((s, before, moved, challenged) -> new Given(s, new Memory(Belief.none(), before,
                        s.records().found(), Optional.empty(), Sending.none(), moved == 0 ? Moves.none()
                                : Moves.none().and(Duration.ofSeconds(moved)), Contest.none().opened(
                                s.records().found().flatMap(Records::claim).flatMap(OwnerRecord::challenger)
                                        .orElse("lb1"), "earlier", Duration.ofSeconds(challenged)), false)
                        .after(s, RULES)));
    }

    private static Arbitrary<Optional<Health>> health() {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(Health.class)),
                Tuple.of(1, Arbitraries.of(Health.OK, Health.DEAD))).optional(0.9);
    }

    private static Arbitrary<Map<String, Streak>> standings() {
        Arbitrary<Streak> streak = Combinators
                .combine(Arbitraries.of(true, false), Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Health.OK, Health.DEAD, Health.UNKNOWN))
                .as((up, row, last) -> new Streak(up, last.isFailure() ? row : 0, last == Health.OK ? row : 0,
                        last == Health.UNKNOWN ? row : 0, 0, last.isFailure()
                                ? Optional.of(Duration.ofSeconds(100 - row)) : Optional.empty(),
                        new Check(last, "before")));
        return Arbitraries.maps(Arbitraries.of("lb1", "lb2", "lb3"), streak).ofMaxSize(3);
    }

    /** Mostly whole zones of ours, and now and then something else at one of the names. */
    private static Arbitrary<List<RecordSet>> zones() {
        Arbitrary<Optional<RecordSet>> service = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(ADDRESSES).map(a -> Optional.of(
                        RecordSet.simple("lb.example.com", "A", RULES.ttl(), a)))),
                Tuple.of(1, Arbitraries.just(Optional.empty())),
                Tuple.of(1, Arbitraries.just(Optional.of(
                        RecordSet.simple("lb.example.com", "CNAME", RULES.ttl(), "www.example.net")))));
        Arbitrary<Optional<RecordSet>> owner = Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(Arbitraries.of("lb1", "lb2", "lb3", "lb9"),
                        Arbitraries.of(ADDRESSES), CHALLENGERS).as(DecisionTableTest::claim)),
                Tuple.of(1, Arbitraries.just(Optional.empty())),
                Tuple.of(1, Arbitraries.just(Optional.of(
                        RecordSet.simple("_owner.lb.example.com", "TXT", RULES.ttl(), "\"odd\"")))));
        Arbitrary<Optional<RecordSet>> node = Arbitraries.of(ADDRESSES).map(a ->
                RecordSet.simple("lb1.example.com", "A", RULES.ttl(), a)).optional(0.7);
        Arbitrary<List<Optional<RecordSet>>> ours = Combinators.combine(Arbitraries.of("lb1", "lb2", "lb3"),
                Arbitraries.of(ADDRESSES), CHALLENGERS).as((who, where, challenger) -> List.of(Optional.of(
                        RecordSet.simple("lb.example.com", "A", RULES.ttl(), where)), claim(who, where, challenger)));
        Arbitrary<List<Optional<RecordSet>>> any = Combinators.combine(service, owner).as(List::of);
        return Combinators.combine(Arbitraries.frequencyOf(Tuple.of(2, ours), Tuple.of(1, any)), node).as((pair, n) -> {
            List<RecordSet> all = new ArrayList<>(List.of(
                    RecordSet.simple("lb2.example.com", "A", RULES.ttl(), ADDRESSES.get(1))));
            pair.forEach(set -> set.ifPresent(all::add));
            n.ifPresent(all::add);
            return all;
        });
    }

    private static Optional<RecordSet> claim(String owner, String address, Optional<String> challenger) {
        return Optional.of(RecordSet.simple("_owner.lb.example.com", "TXT", RULES.ttl(), OwnerText.write(
                new OwnerRecord(owner, address, 7, "earlier", Duration.ofSeconds(5), challenger))));
    }
}
