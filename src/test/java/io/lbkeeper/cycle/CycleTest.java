package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.DEAD;
import static io.lbkeeper.cycle.PairOfNodes.OK;
import static io.lbkeeper.cycle.PairOfNodes.RULES;
import static io.lbkeeper.cycle.PairOfNodes.node;
import static io.lbkeeper.cycle.PairOfNodes.owner;
import static io.lbkeeper.cycle.PairOfNodes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleTest extends CycleTestBase {
    @Test
    void theFirstCycleIsDueAtOnceAndTheNextAfterTheInterval() {
        assertThat(cycle.isDue()).isTrue();
        seeAll(LB2_OWNS, OK);
        assertThat(secondsUntilDue()).isEqualTo(5);
        seeAll(LB2_OWNS, OK);
        assertThat(secondsUntilDue()).isEqualTo(5);
    }

    @Test
    void whileAHealthTurnsItIsDueAfterFastinter() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        seeAll(LB2_OWNS, DEAD);
        assertThat(secondsUntilDue()).as("after failed check 1 of 3").isEqualTo(1);
        seeAll(LB2_OWNS, DEAD);
        assertThat(secondsUntilDue()).as("after failed check 2 of 3").isEqualTo(1);
        seeAll(LB2_OWNS, DEAD);
        assertThat(secondsUntilDue()).as("once it is clear").isEqualTo(5);
    }

    @Test
    void aTickThatComesALittleEarlyCountsAndOneHalfAPeriodEarlyDoesNot() {
        begin();
        seeAll(LB2_OWNS, OK);
        now = now.plusMillis(4499);
        assertThat(cycle.isDue()).isFalse();
        now = now.plusMillis(1);
        assertThat(cycle.isDue()).isTrue();
    }

    @Test
    void theRecordsAreNeededUntilTheyWereRead() {
        begin();
        assertThat(cycle.needsRecords()).as("nothing is known").isTrue();
        cycle.sawRecords(Answer.value(LB2_OWNS));
        assertThat(cycle.needsRecords()).as("they were read in this cycle").isFalse();
        cycle.sawCheck(PairOfNodes.target("lb2"), DEAD);
        assertThat(cycle.needsRecords()).as("not twice, whatever is seen then").isFalse();
    }

    @Test
    void aReadThatFailedIsNotTriedAgainInItsCycleButInTheNext() {
        begin();
        cycle.sawRecords(Answer.couldNotAsk("throttled"));
        assertThat(cycle.needsRecords()).isFalse();
        assertThat(cycle.decide().reason()).contains("throttled");
        begin();
        assertThat(cycle.needsRecords()).isTrue();
    }

    @Test
    void aStandbyReadsThemOnlyWhenTheOwnerDoesNotLookWellAndOnceAMinute() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        cycle.sawAddress(Answer.value("203.0.113.10"));
        assertThat(cycle.needsRecords()).as("before the checks").isFalse();
        cycle.targets();
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        assertThat(cycle.needsRecords()).as("all is well").isFalse();
        cycle.sawCheck(PairOfNodes.target("lb2"), DEAD);
        assertThat(cycle.needsRecords()).as("the owner does not look well").isTrue();
        cycle.sawRecords(Answer.value(LB2_OWNS));
        assertThat(cycle.needsRecords()).isFalse();
    }

    @Test
    void aStandbyReadsThemAfterRecordsIntervalAnyway() {
        begin();
        seeAll(LB2_OWNS, OK);
        now = now.plusSeconds(59);
        assertThat(cycle.isDue()).isTrue();
        assertThat(cycle.needsRecords()).isFalse();
        now = now.plusSeconds(5);
        assertThat(cycle.isDue()).isTrue();
        assertThat(cycle.needsRecords()).isTrue();
    }

    @Test
    void theOwnerReadsThemInEachCycle() {
        begin();
        seeAll(LB1_OWNS, OK);
        begin();
        assertThat(cycle.needsRecords()).isTrue();
    }

    @Test
    void aNodeWhoseAddressIsAnotherReadsThem() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        assertThat(cycle.needsRecords()).isFalse();
        for (int answer = 1; answer <= RULES.fall(); answer++) {
            cycle.sawAddress(Answer.value("203.0.113.11"));
            assertThat(cycle.needsRecords()).as("before it believes answer %d", answer).isFalse();
            cycle.sawCheck(PairOfNodes.target("lb1"), OK);
            cycle.sawCheck(PairOfNodes.target("lb2"), OK);
            cycle.decide();
            begin();
        }
        assertThat(cycle.needsRecords()).isTrue();
    }

    @Test
    void peersAreTargetsOnceTheirRecordsAreKnownAndStaySoWhenAReadFails() {
        begin();
        assertThat(cycle.targets()).extracting(Target::node).containsExactly("lb1");
        cycle.sawRecords(Answer.value(LB2_OWNS));
        assertThat(cycle.targets()).as("in the cycle of the read").extracting(Target::node)
                .containsExactly("lb1", "lb2");
        cycle.decide();
        begin();
        assertThat(cycle.targets()).as("from memory").extracting(Target::node).containsExactly("lb1", "lb2");
        cycle.sawRecords(Answer.couldNotAsk("no route"));
        assertThat(cycle.targets()).as("after a failed read").extracting(Target::node).containsExactly("lb1", "lb2");
    }

    @Test
    void onlyAnotherNameOrReasonIsNews() {
        begin();
        seeAll(LB2_OWNS, OK);
        assertThat(cycle.isNews()).as("the first decision").isTrue();
        begin();
        seeAll(LB2_OWNS, OK);
        assertThat(cycle.isNews()).as("the same again").isFalse();
        begin();
        seeAll(LB2_OWNS, DEAD);
        assertThat(cycle.isNews()).as("another name").isTrue();
        begin();
        seeAll(LB2_OWNS, DEAD);
        assertThat(cycle.isNews()).as("the same name with another reason").isTrue();
    }

    @Test
    void nothingSeenInACycleIsLeftForTheNext() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        cycle.sawRecords(Answer.value(LB2_OWNS));
        assertThat(cycle.decide().reason()).contains("its HAProxy was not checked");
    }

    @Test
    void eachCycleHasANonceOfItsOwnAndItsChangeCarriesIt() {
        begin();
        assertThat(ownerText(seeAll(List.of(), OK))).contains("nonce=nonce-1 ");
        begin();
        assertThat(ownerText(seeAll(List.of(), OK))).contains("nonce=nonce-2 ");
    }

    @Test
    void afterAChangeTheNextCycleComesSoonAndReads() {
        for (Outcome outcome : List.of(new Outcome.Applied("C1"), new Outcome.Lost("[]"),
                new Outcome.CouldNotAsk("?"))) {
            begin();
            seeAll(List.of(), OK);
            cycle.acted(outcome);
            assertThat(secondsUntilDue()).as("after %s", outcome).isEqualTo(1);
            assertThat(cycle.needsRecords()).as("after %s", outcome).isTrue();
            seeAll(LB2_OWNS, OK);
            assertThat(secondsUntilDue()).as("once a read has told what became of it").isEqualTo(5);
            seeAll(LB2_OWNS, OK);
        }
    }

    @Test
    void aCheckAtTheAddressThatTheOwnerHasLeftCountsForNothing() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        assertThat(cycle.targets()).extracting(Target::address).contains("203.0.113.20");
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.sawCheck(PairOfNodes.target("lb2"), DEAD);
        cycle.sawRecords(Answer.value(List.of(service("203.0.113.77"), owner("lb2", "203.0.113.77"),
                node("lb1", "203.0.113.10"), node("lb2", "203.0.113.77"))));
        assertThat(cycle.decide().reason()).contains("203.0.113.77", "was not checked");
        begin();
        assertThat(cycle.targets()).extracting(Target::address).contains("203.0.113.77");
    }

    @Test
    void aChangeThatFailsAgainAndAgainIsNotHurried() {
        begin();
        seeAll(List.of(), OK);
        cycle.acted(new Outcome.CouldNotAsk("AccessDenied"));
        assertThat(cycle.isNews()).isTrue();
        assertThat(secondsUntilDue()).as("after the first").isEqualTo(1);
        seeAll(List.of(), OK);
        cycle.acted(new Outcome.CouldNotAsk("AccessDenied"));
        assertThat(cycle.isNews()).as("the same answer again").isFalse();
        assertThat(secondsUntilDue()).as("after the second").isEqualTo(5);
        cycle.sawRecords(Answer.couldNotAsk("Throttling"));
        cycle.decide();
        assertThat(secondsUntilDue()).as("while nothing can be read").isEqualTo(5);
    }

    @Test
    void aPeerThatIsNoLongerCheckedLeavesNoHurryBehind() {
        begin();
        seeAll(LB1_OWNS, OK);
        begin();
        seeAll(LB1_OWNS, DEAD);
        assertThat(secondsUntilDue()).as("after its failed check").isEqualTo(1);
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawRecords(Answer.value(LB1_OWNS));
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.decide();
        assertThat(secondsUntilDue()).isEqualTo(5);
    }

    @Test
    void theNamesAreThoseOfTheServiceItsOwnerAndAllNodes() {
        assertThat(cycle.names()).containsExactly("lb.example.com", "_owner.lb.example.com", "lb1.example.com",
                "lb2.example.com");
    }
}
