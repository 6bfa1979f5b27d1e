package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Contest;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.DecisionTable;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.OwnerText;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.localroute53.zone.ChangeAction;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.rehearsal.core.Campaign.Played;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A rehearsal that finds nothing is worth as much as the mistakes that it would find: here are five, and some more
 * for the promises that those do not break.
 */
class PlantedBugsTest {
    private static final long SEED = 1;
    private static final int SCHEDULES = 1_000;

    @Test
    void noChallengeIsFound() {
        assertFound(Wiring.shipped().deciding(PlantedBugsTest::withoutChallenge), "never-from-a-living-owner");
    }

    @Test
    void aBlindUpsertIsFound() {
        assertFound(Wiring.shipped().sending(PlantedBugsTest::blind), "one-batch-per-epoch");
    }

    @Test
    void unknownTakenForDeadIsFound() {
        assertFound(Wiring.shipped().seeing(check -> check.health() == Health.UNKNOWN
                ? new Check(Health.DEAD, check.detail()) : check), "never-on-unknown");
    }

    @Test
    void aHoldDownThatIsIgnoredIsFound() {
        assertFound(Wiring.shipped().ruledBy(PlantedBugsTest::withoutHoldDown), "hold-down");
    }

    @Test
    void aWindowThatIsIgnoredIsFound() {
        assertFound(Wiring.shipped().deciding(PlantedBugsTest::withoutWindow), "never-from-a-living-owner");
    }

    @Test
    void aRecordThatIsFirstDeletedIsFound() {
        assertFound(Wiring.shipped().sending(change -> ZoneView.batch(change).stream()
                .filter(one -> one.action() == ChangeAction.DELETE || change.expected().isEmpty()).toList()),
                "never-absent");
    }

    @Test
    void aNodeThatNeverTakesOverIsFound() {
        assertFound(Wiring.shipped().deciding((seen, memory, rules) -> {
            Decision shipped = DecisionTable.decide(seen, memory, rules);
            return shipped instanceof Decision.Moving ? new Decision.RefuseToMove("never") : shipped;
        }), "settles");
    }

    @Test
    void anUnaskedFailbackIsFound() {
        assertFound(Wiring.shipped().deciding(PlantedBugsTest::preferringTheFirst), "never-unasked");
    }

    @Test
    void aWriteInEachMinuteIsFound() {
        assertFound(Wiring.shipped().deciding((seen, memory, rules) -> {
            Decision shipped = DecisionTable.decide(seen, memory, rules);
            return shipped instanceof Decision.KeepRecord && seen.fresh() && seen.at().toSeconds() % 60 < 5
                    && isOwner(seen, rules) ? new Decision.UpdateAddress("refresh", swap(seen, rules, rules.node(),
                            memory.own().address().orElseThrow()), false) : shipped;
        }), "no-write-when-settled");
    }

    /** Gives the name back to the first node as soon as that is well. */
    private static Decision preferringTheFirst(Observation seen, Memory memory, Rules rules) {
        Decision shipped = DecisionTable.decide(seen, memory, rules);
        String first = rules.nodes().get(0);
        Optional<String> address = seen.records().found().flatMap(records -> records.nodeAddress(first));
        boolean well = seen.check(first).filter(check -> check.health() == Health.OK).isPresent();
        return shipped instanceof Decision.KeepRecord && rules.isPeer(first) && well && seen.fresh()
                && isOwner(seen, rules) && address.isPresent()
                ? new Decision.HandOver("it is back", swap(seen, rules, first, address.get())) : shipped;
    }

    private static boolean isOwner(Observation seen, Rules rules) {
        return seen.records().found().flatMap(Records::claim).filter(claim -> claim.owner().equals(rules.node()))
                .isPresent();
    }

    /** Takes over after {@code fall} failed checks, asking nobody. */
    private static Decision withoutChallenge(Observation seen, Memory memory, Rules rules) {
        Decision shipped = DecisionTable.decide(seen, memory, rules);
        if (!(shipped instanceof Decision.Challenge) && !(shipped instanceof Decision.AwaitRefutation)) {
            return shipped;
        }
        Records records = seen.records().found().orElseThrow();
        Records.Ownership.Claimed claimed = (Records.Ownership.Claimed) records.owner();
        boolean fallen = memory.streak(claimed.claim().owner()).orElseThrow().failures() >= rules.fall();
        return fallen && records.service() instanceof Records.Service.Held
                ? new Decision.TakeOver("fallen", swap(seen, rules, rules.node(),
                        memory.own().address().orElseThrow())) : new Decision.AwaitMoreChecks("not fallen yet");
    }

    private static Change swap(Observation seen, Rules rules, String owner, String address) {
        Records records = seen.records().found().orElseThrow();
        Records.Ownership.Claimed claimed = (Records.Ownership.Claimed) records.owner();
        OwnerRecord next = new OwnerRecord(owner, address, claimed.claim().epoch() + 1, seen.nonce(),
                rules.interval(), Optional.empty());
        return Change.swap(List.of(((Records.Service.Held) records.service()).sets().get(0), claimed.set()), List.of(
                RecordSet.simple(rules.service(), "A", rules.ttl(), address),
                RecordSet.simple(rules.ownerName(), "TXT", rules.ttl(), OwnerText.write(next))));
    }

    private static List<RecordChange> blind(Change change) {
        return change.desired().stream().map(ZoneView::resourceRecordSet).map(RecordChange::upsert).toList();
    }

    /** Takes each challenge for one that has stood for a day. */
    private static Decision withoutWindow(Observation seen, Memory memory, Rules rules) {
        Contest contest = new Contest(memory.contest().standing().map(standing -> new Contest.Standing(
                standing.challenger(), standing.nonce(), standing.since().minus(Duration.ofDays(1)))),
                memory.contest().setback());
        return DecisionTable.decide(seen, new Memory(memory.own(), memory.streaks(), memory.records(),
                memory.readAt(), memory.sending(), memory.moves(), contest, memory.open()), rules);
    }

    private static Rules withoutHoldDown(Rules rules) {
        return new Rules(rules.node(), rules.nodes(), rules.domain(), rules.services(), rules.ttl(), rules.interval(),
                rules.fastinter(), rules.fall(), rules.rise(), rules.grace(), Duration.ZERO,
                rules.recordsInterval());
    }

    private static void assertFound(Wiring wiring, String invariant) {
        Campaign campaign = new Campaign(Cluster.ofDefaults(2), wiring, SEED, SCHEDULES);
        Optional<Played> found = campaign.firstBreaking(invariant);
        assertThat(found).as(invariant + " should have been broken within " + SCHEDULES + " schedules").isPresent();
        System.out.println(invariant + " was found in schedule " + (found.get().seed() - SEED + 1));
    }
}
