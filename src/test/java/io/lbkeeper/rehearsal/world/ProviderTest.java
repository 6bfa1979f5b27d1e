package io.lbkeeper.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.rehearsal.time.NodeTime;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of one change of a record that is sent at the tenth second, with a deadline of three. */
class ProviderTest {
    private static final RecordSet RECORD = RecordSet.simple("lb1.example.com", "A", Duration.ofSeconds(60),
            "203.0.113.10");

    private final VirtualTime time = new VirtualTime();
    private final World world = new World(Cluster.ofDefaults(2), time, 1, Trace.off());
    private final List<ApiReply<Boolean>> replies = new ArrayList<>();
    private Schedule schedule = Schedule.quiet(Duration.ofHours(1));

    private final class Writer implements Agent {
        private final NodeTime node;

        Writer(NodeTime node) {
            this.node = node;
        }

        @Override
        public void start() {
            node.after(Duration.ofSeconds(10).minus(node.now()), () -> world.api("lb1", Call.WRITE,
                    Duration.ofSeconds(3), ProviderTest::write, replies::add));
        }

        @Override
        public void kill() {
        }
    }

    private static boolean write(HostedZone zone) {
        try {
            zone.change(ZoneView.batch(Change.set(RECORD)));
            return true;
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    private void runUntil(long seconds) {
        world.begin(schedule, (node, nodeTime, where) -> node.equals("lb1") ? new Writer(nodeTime)
                : new Writer(new NodeTime(new VirtualTime())));
        time.runUntil(Duration.ofSeconds(seconds));
    }

    private boolean isApplied() {
        return !world.truth().records().sets().isEmpty();
    }

    @Test
    void aChangeIsAppliedAndAnswered() {
        runUntil(11);

        assertThat(replies).containsExactly(new ApiReply.Value<>(true));
        assertThat(world.truth().records().sets()).containsExactly(RECORD);
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED, 400", "FORBIDDEN, 403", "UNAVAILABLE, 503"})
    void aRefusedOneIsNot(ApiTrouble trouble, int status) {
        schedule = schedule.with(5, 20, new Fault.ApiFails("lb1", trouble, 1));
        runUntil(60);

        assertThat(replies).singleElement().isInstanceOfSatisfying(ApiReply.Refused.class, refused ->
                assertThat(refused.status()).isEqualTo(status));
        assertThat(isApplied()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"REQUEST_LOST, false, false", "REPLY_LOST, true, true", "LATE, false, true"})
    void whoHearsNothingDoesNotKnow(ApiTrouble trouble, boolean appliedAtDeadline, boolean appliedAtLast) {
        schedule = schedule.with(5, 20, new Fault.ApiFails("lb1", trouble, 1));
        runUntil(13);

        assertThat(replies).singleElement().isInstanceOf(ApiReply.NoAnswer.class);
        assertThat(isApplied()).isEqualTo(appliedAtDeadline);
        time.runUntil(Duration.ofSeconds(60));
        assertThat(isApplied()).isEqualTo(appliedAtLast);
    }

    @Test
    void aCutPathIsSilence() {
        schedule = schedule.with(5, 20, new Fault.ApiCut("lb1"));
        runUntil(60);

        assertThat(replies).singleElement().isInstanceOf(ApiReply.NoAnswer.class);
        assertThat(isApplied()).isFalse();
    }

    @Test
    void anAgentFrozenBeforeItsWriteSendsItAtItsThaw() {
        schedule = schedule.with(5, 40, new Fault.AgentFrozenBeforeWrite("lb1"));
        runUntil(39);
        assertThat(isApplied()).isFalse();

        time.runUntil(Duration.ofSeconds(41));
        assertThat(isApplied()).isTrue();
        assertThat(replies).hasSize(1);
    }

    @Test
    void anAgentKilledBeforeItsWriteNeverSendsIt() {
        schedule = schedule.with(5, 40, new Fault.AgentKilledBeforeWrite("lb1"));
        runUntil(39);

        assertThat(isApplied()).isFalse();
        assertThat(world.truth().agentRuns(0)).isFalse();
        time.runUntil(Duration.ofSeconds(41));
        assertThat(world.truth().generation(0)).isEqualTo(1);
        assertThat(world.truth().agentRuns(0)).isTrue();
    }
}
