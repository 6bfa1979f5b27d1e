package io.lbkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Decision.Moving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * What holds whatever is remembered, also memories that no history leads to; {@link EverySituationTest} has those that
 * one does. jqwik prints the seed.
 */
class DecisionTableTest {
    private static final Rules RULES = Scene.RULES;
    private static final Duration NOW = Duration.ofSeconds(1000);
    private static final List<String> KINDS = List.of("KeepRecord", "AwaitMoreChecks", "RefuseToMove", "CreateRecord",
            "AdoptRecord", "UpdateAddress", "Challenge", "AwaitRefutation", "WithdrawChallenge", "RefuteChallenge",
            "HandOver", "TakeOver");

    /** One situation: the values that {@link DecisionTable#decide} gets. */
    record Given(Observation seen, Memory memory) {
        Decision decision() {
            return DecisionTable.decide(seen, memory, RULES);
        }

        Health health(String node) {
            return seen.check(node).map(Check::health).orElse(Health.UNKNOWN);
        }
    }

    @Property(tries = 30_000, edgeCases = EdgeCasesMode.NONE)
    void everySituationHasADecisionWithAReason(@ForAll("situations") Given given) {
        Decision decision = given.decision();
        assertThat(decision.reason()).isNotBlank().endsWith(".").doesNotContain("null", "Optional", "[");
        assertThat(given.decision()).as("the same values give the same decision").isEqualTo(decision);
        Statistics.label("decisions").collect(decision.name()).coverage(met ->
                KINDS.forEach(kind -> met.check(kind).count(times -> times >= 40)));
    }

    @Property(tries = 30_000, edgeCases = EdgeCasesMode.NONE)
    void aMoveNeedsAWellNodeForOneThatFailsAndNoOtherMoveLately(@ForAll("situations") Given given) {
        Decision decision = given.decision();
        Statistics.label("moves").collect(decision instanceof Moving ? decision.name() : "none").coverage(met -> {
            met.check("TakeOver").count(times -> times >= 40);
            met.check("HandOver").count(times -> times >= 40);
        });
        if (!(decision instanceof Moving moving)) {
            return;
        }
        String to = owner(moving.change());
        OwnerRecord claim = given.seen().records().found().flatMap(Records::claim).orElseThrow();
        assertThat(to).as("who owned it").isNotEqualTo(claim.owner());
        assertThat(given.health(to)).as("who gets it").isEqualTo(Health.OK);
        assertThat(given.memory().streak(to).orElseThrow().up()).as("and is not just coming back").isTrue();
        assertThat(given.health(claim.owner()).isFailure()).as("the owner fails now").isTrue();
        assertThat(given.seen().fresh()).as("upon a read of this cycle").isTrue();
        assertThat(given.memory().moves().last().filter(at -> NOW.minus(at).compareTo(RULES.holdDown()) < 0))
                .as("hold-down").isEmpty();
        if (decision instanceof Decision.TakeOver) {
            assertThat(given.memory().streak(claim.owner()).orElseThrow().failures()).as("it has failed in a row")
                    .isGreaterThanOrEqualTo(RULES.fall());
            assertThat(claim.challenger()).as("the claim was announced").contains("lb1");
            assertThat(given.memory().contest().hasStoodFor(Duration.ofSeconds(10), NOW)).as("a window ago").isTrue();
        }
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
        Arbitrary<Answer<String>> address = Arbitraries.frequency(Tuple.of(9, Answer.value("203.0.113.1")),
                Tuple.of(1, Answer.value("198.51.100.9")), Tuple.of(1, Answer.couldNotAsk("silence")));
        Arbitrary<Observation> seen = Combinators.combine(checks, address, zones(),
                Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false))).as((c, a, z, fresh) -> new Observation(
                        NOW, Duration.ZERO, a, c, Map.of(), Answer.value(Records.of(z, RULES)), fresh, "fresh",
                        Requests.none()));
        Arbitrary<Moves> moves = Arbitraries.frequency(Tuple.of(4, 800), Tuple.of(1, 950), Tuple.of(1, 999))
                .map(at -> new Moves(List.of(Duration.ofSeconds(at))));
        return Combinators.combine(seen, streaks(), moves, Arbitraries.of(960, 970, 990, 1000))
                .as((s, before, moved, challenged) -> new Given(s, new Memory(Belief.none(), before,
                        s.records().found(), Optional.empty(), Sending.none(), moved,
                        contest(s, Duration.ofSeconds(challenged)), false).after(s, RULES)));
    }

    private static Contest contest(Observation seen, Duration since) {
        return seen.records().found().flatMap(Records::claim).flatMap(OwnerRecord::challenger)
                .map(challenger -> Contest.none().opened(challenger, "earlier", since)).orElse(Contest.none());
    }

    private static Arbitrary<Optional<Health>> health() {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(Health.class)),
                Tuple.of(5, Arbitraries.of(Health.OK, Health.DEAD))).optional(0.95);
    }

    /** Of each node something, whatever is seen of it now. */
    private static Arbitrary<Map<String, Streak>> streaks() {
        Arbitrary<Streak> streak = Combinators.combine(Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false)),
                Arbitraries.of(0, 1, 2, 3, 4, 4), Arbitraries.of(Health.OK, Health.DEAD, Health.DEAD,
                        Health.UNKNOWN)).as((up, row, last) -> new Streak(up, last.isFailure() ? row : 0,
                                last == Health.OK ? row : 0, last == Health.UNKNOWN ? row : 0, 0, last.isFailure()
                                        ? Optional.of(NOW.minusSeconds(row)) : Optional.empty(),
                                new Check(last, "before")));
        return Combinators.combine(streak, streak, streak).as((one, two, three) ->
                Map.of("lb1", one, "lb2", two, "lb3", three));
    }

    /** Mostly whole zones of ours, and now and then something else at one of the names. */
    private static Arbitrary<List<RecordSet>> zones() {
        Arbitrary<Optional<RecordSet>> service = Arbitraries.of(ZoneScene.At.values()).map(at ->
                zone(at, ZoneScene.Claim.NONE, ZoneScene.Challenger.NOBODY).serviceSet());
        Arbitrary<Optional<RecordSet>> owner = Arbitraries.of(ZoneScene.Claim.values()).map(claim ->
                zone(ZoneScene.At.LB2, claim, ZoneScene.Challenger.NOBODY).ownerSet());
        Arbitrary<List<Optional<RecordSet>>> ours = Combinators.combine(
                Arbitraries.of(ZoneScene.Claim.LB1, ZoneScene.Claim.LB2, ZoneScene.Claim.LB2, ZoneScene.Claim.LB3),
                Arbitraries.of(ZoneScene.Challenger.NOBODY, ZoneScene.Challenger.LB1, ZoneScene.Challenger.LB1,
                        ZoneScene.Challenger.LB3)).as((who, challenger) -> zone(ZoneScene.At.valueOf(who.name()), who,
                                challenger)).map(zone -> List.of(zone.serviceSet(), zone.ownerSet()));
        Arbitrary<List<Optional<RecordSet>>> any = Combinators.combine(service, owner).as(List::of);
        Arbitrary<Optional<RecordSet>> node = Arbitraries.of("203.0.113.1", "203.0.113.1", "203.0.113.50").map(a ->
                RecordSet.simple("lb1.example.com", "A", RULES.ttl(), a)).optional(0.9);
        return Combinators.combine(Arbitraries.frequencyOf(Tuple.of(3, ours), Tuple.of(1, any)), node).as((pair, n) -> {
            List<RecordSet> all = new ArrayList<>(List.of(
                    RecordSet.simple("lb2.example.com", "A", RULES.ttl(), ZoneScene.At.LB2.address)));
            pair.forEach(set -> set.ifPresent(all::add));
            n.ifPresent(all::add);
            return all;
        });
    }

    private static String owner(Change change) {
        return change.desired().stream().filter(set -> set.type().equals("TXT")).map(set ->
                ((OwnerText.Readable) OwnerText.read(set.values().get(0))).owner().owner()).findFirst().orElseThrow();
    }

    private static ZoneScene zone(ZoneScene.At at, ZoneScene.Claim claim, ZoneScene.Challenger challenger) {
        return new ZoneScene(at, claim, true, challenger, ZoneScene.Registered.RIGHT, true);
    }
}
