package io.lbkeeper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest extends NoticesTestBase {
    private static final Duration TTL = Duration.ofSeconds(60);
    private static final Change MOVE = Change.swap(List.of(address("203.0.113.10")), List.of(address("203.0.113.20")));
    private static final Change CLAIM = Change.swap(List.of(owner("1")), List.of(owner("2")));

    @Test
    void anAlarmIsToldOnceAndItsEndToo() {
        decide(new Decision.RefuseToMove("No address."), true);
        assertThat(told()).containsExactly("ALARM RefuseToMove: No address.");
        decide(new Decision.RefuseToMove("No address."), false);
        assertThat(told()).isEmpty();
        decide(new Decision.KeepRecord("lb1 owns it.", false), true);
        assertThat(told()).containsExactly("WELL KeepRecord: All is well again: lb1 owns it.");
        decide(new Decision.KeepRecord("lb1 owns it.", false), false);
        assertThat(told()).isEmpty();
    }

    @Test
    void anAlarmThatTheCycleRemindsOfIsToldAgain() {
        decide(new Decision.RefuseToMove("No address."), true);
        told();
        pass(Notices.REMINDER);
        decide(new Decision.RefuseToMove("No address."), true);
        assertThat(told()).containsExactly("ALARM RefuseToMove: No address.");
    }

    @Test
    void twoAlarmsThatTakeTurnsAreToldOnceEach() {
        for (int turn = 0; turn < 20; turn++) {
            decide(new Decision.RefuseToMove("A."), true);
            decide(new Decision.RefuseToMove("B."), true);
            pass(Duration.ofSeconds(5));
        }
        assertThat(told()).containsExactly("ALARM RefuseToMove: A.", "ALARM RefuseToMove: B.");
        decide(new Decision.AwaitMoreChecks("Wait."), true);
        assertThat(told()).as("nothing is well yet").isEmpty();
        decide(new Decision.KeepRecord("Kept.", false), true);
        assertThat(told()).containsExactly("WELL KeepRecord: All is well again: Kept.");
    }

    @Test
    void oneThatComesAndGoesIsToldThreeTimesAnHourThenEveryTenMinutesWithWhatWasLeftOut() {
        int alarms = 0;
        int ends = 0;
        for (int minute = 0; minute < 60; minute++) {
            decide(new Decision.RefuseToMove("No address."), true);
            List<String> up = told();
            decide(new Decision.KeepRecord("Kept.", false), true);
            List<String> over = told();
            assertThat(over).as("an end is told if its beginning was").hasSize(up.size());
            alarms += up.size();
            ends += over.size();
            if (minute == 12) {
                assertThat(up).containsExactly("ALARM RefuseToMove: No address. (The same came up 9 times since this "
                        + "was told last.)");
            }
            pass(Duration.ofMinutes(1));
        }
        assertThat(alarms).isEqualTo(8).isEqualTo(ends);
        assertThat(counts.leftOutSinceStart()).isEqualTo(60 - 8);
        pass(Duration.ofHours(1));
        decide(new Decision.RefuseToMove("No address."), true);
        assertThat(told()).hasSize(1);
    }

    @Test
    void anAlarmThatWasLeftOutAndStandsIsToldByTheReminder() {
        for (int i = 0; i < 4; i++) {
            decide(new Decision.KeepRecord("Kept.", false), true);
            decide(new Decision.RefuseToMove("No address."), true);
        }
        assertThat(told()).as("the fourth is left out").hasSize(6).last().isEqualTo("WELL KeepRecord: All is well "
                + "again: Kept.");
        pass(Notices.REMINDER);
        decide(new Decision.RefuseToMove("No address."), true);
        assertThat(told()).hasSize(1);
    }

    @Test
    void aMoveIsToldWithWhatCameOfIt() {
        Decision.TakeOver move = new Decision.TakeOver("lb1 is gone.", MOVE);
        decide(move, true);
        assertThat(told()).as("it is not done yet").isEmpty();
        notices.acted(move, new Outcome.Applied("C1"));
        assertThat(told()).containsExactly("MOVE TakeOver: lb1 is gone. It was applied as change C1.");
        notices.acted(move, new Outcome.CouldNotAsk("timed out"));
        assertThat(told()).containsExactly("ALARM TakeOver: lb1 is gone. It was not confirmed, so the records are read "
                + "again: timed out.");
    }

    @Test
    void aChallengeIsNoMove() {
        Decision.Challenge challenge = new Decision.Challenge("lb1 fails.", CLAIM);
        decide(challenge, true);
        notices.acted(challenge, new Outcome.Applied("C1"));
        assertThat(told()).isEmpty();
    }

    @Test
    void whoWantsLessOrMoreIsTold() {
        Decision.TakeOver move = new Decision.TakeOver("lb1 is gone.", MOVE);
        least(Least.ALARMS);
        notices.acted(move, new Outcome.Applied("C1"));
        decide(new Decision.RefuseToMove("No address."), true);
        assertThat(told()).containsExactly("ALARM RefuseToMove: No address.");
        least(Least.ALL);
        notices.acted(move, new Outcome.Applied("C1"));
        decide(new Decision.AwaitMoreChecks("Wait."), true);
        assertThat(told()).containsExactly("MOVE TakeOver: lb1 is gone. It was applied as change C1.",
                "NEWS AwaitMoreChecks: Wait.");
    }

    @Test
    void aStandingAlarmIsToldRemindedOfAndEnds() {
        alarms.raise("reload", "The edit was not taken up: watch.camel.yaml:3.");
        assertThat(told()).containsExactly("ALARM reload: The edit was not taken up: watch.camel.yaml:3.");
        assertThat(told()).isEmpty();
        pass(Notices.REMINDER);
        assertThat(told()).hasSize(1);
        alarms.raise("reload", "The edit was not taken up: watch.camel.yaml:4.");
        assertThat(told()).as("another number is no other matter").isEmpty();
        alarms.raise("reload", "The edit was not taken up: there is no file.");
        assertThat(told()).containsExactly("ALARM reload: The edit was not taken up: there is no file.");
        alarms.clear("reload");
        assertThat(told()).containsExactly("WELL reload: This is over: The edit was not taken up: there is no file.");
    }

    @Test
    void whatNobodyTakesIsNotKeptForEver() {
        for (int i = 0; i < 1000; i++) {
            decide(new Decision.RefuseToMove("Reason " + i), true);
        }
        assertThat(told()).hasSize(100);
        assertThat(counts.unqueuedSinceStart()).isEqualTo(900);
    }

    private static RecordSet address(String address) {
        return RecordSet.simple("lb.example.com", "A", TTL, address);
    }

    private static RecordSet owner(String text) {
        return RecordSet.simple("_owner.lb.example.com", "TXT", TTL, text);
    }
}
