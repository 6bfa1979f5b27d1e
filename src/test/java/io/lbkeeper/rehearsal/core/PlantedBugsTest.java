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
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.rehearsal.core.Campaign.Played;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rehearsal that finds nothing is worth as much as the mistakes that it would find: here are five. */
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

    /** Takes over after {@code fall} failed checks, asking nobody. */
    private static Decision withoutChallenge(Observation seen, Memory memory, Rules rules) {
        Decision shipped = DecisionTable.decide(seen, memory, rules);
        if (!(shipped instanceof Decision.Challenge) && !(shipped instanceof Decision.AwaitRefutation)) {
            return shipped;
        }
        Records records = seen.records().found().orElseThrow();
        Records.Ownership.Claimed claimed = (Records.Ownership.Claimed) records.owner();
        boolean fallen = memory.streak(claimed.claim().owner()).orElseThrow().failures() >= rules.fall();
        return fallen && records.service() instanceof Records.Service.Held held
                ? new Decision.TakeOver("fallen", takeOver(seen, memory, rules, held, claimed))
                : new Decision.AwaitMoreChecks("not fallen yet");
    }

    private static Change takeOver(Observation seen, Memory memory, Rules rules, Records.Service.Held held,
            Records.Ownership.Claimed claimed) {
        String address = memory.own().address().orElseThrow();
        OwnerRecord next = new OwnerRecord(rules.node(), address, claimed.claim().epoch() + 1, seen.nonce(),
                rules.interval(), Optional.empty());
        return Change.swap(List.of(held.set(), claimed.set()), List.of(
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
                memory.readAt(), memory.sending(), memory.moves(), contest, memory.resumed()), rules);
    }

    private static Rules withoutHoldDown(Rules rules) {
        return new Rules(rules.node(), rules.nodes(), rules.domain(), rules.service(), rules.ttl(), rules.interval(),
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
