package io.lbkeeper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.status.Alarms;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Notice NOTICE = new Notice(Instant.EPOCH, "lb1", "lb.example.com", Notice.Kind.ALARM, "a",
            "b", 0);

    private final Alarms alarms = new Alarms();
    private final NoticeCounts counts = new NoticeCounts();
    private final Deque<Exception> failures = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Notice> arrived = new ArrayList<>();
    private boolean interrupted;
    private final Lane lane = new Lane("slack", 4, this::send, this::pause, new DeliveryRecord(counts, alarms),
            text -> text.replace("SECRET", "******"));

    @Test
    void whatArrivesAtOnceIsCounted() {
        lane.deliver(NOTICE);
        assertThat(arrived).containsExactly(NOTICE);
        assertThat(counts.sentByChannel()).isEqualTo(Map.of("slack", 1L));
        assertThat(pauses).isEmpty();
    }

    @Test
    void triesAgainEverLater() {
        failures.addAll(List.of(new IOException("1"), new IOException("2"), new IOException("3")));
        lane.deliver(NOTICE);
        assertThat(arrived).containsExactly(NOTICE);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));
        assertThat(counts.retriedByChannel()).isEqualTo(Map.of("slack", 3L));
        assertThat(counts.lostByChannel()).isEmpty();
        assertThat(alarms.standing()).isEmpty();
    }

    @Test
    void givesUpAfterTheLastTryAndRaisesAnAlarmUntilOneArrives() {
        for (int i = 0; i < 4; i++) {
            failures.add(new IOException("no\nway to https://x/SECRET", new IllegalStateException("SECRET is wrong")));
        }
        lane.deliver(NOTICE);
        assertThat(arrived).isEmpty();
        assertThat(counts.lostByChannel()).isEqualTo(Map.of("slack", 1L));
        assertThat(alarms.byKey()).isEqualTo(Map.of(DeliveryRecord.ALARM, "Notices do not arrive: slack (no way to "
                + "https://x/******; because: ****** is wrong)."));
        lane.deliver(NOTICE);
        assertThat(alarms.standing()).isEmpty();
    }

    @Test
    void oneChannelThatArrivesDoesNotEndTheAlarmOfAnother() {
        DeliveryRecord record = new DeliveryRecord(counts, alarms);
        record.lost("slack", "gone");
        record.lost("mail", "refused");
        record.arrived("mail");
        assertThat(alarms.standing()).containsExactly("Notices do not arrive: slack (gone).");
    }

    @Test
    void aStopBetweenTwoTriesEndsThem() {
        failures.addAll(List.of(new IOException("1"), new IOException("2")));
        interrupted = true;
        lane.deliver(NOTICE);
        assertThat(Thread.interrupted()).as("the thread is told").isTrue();
        assertThat(pauses).hasSize(1);
        assertThat(counts.lostByChannel()).isEqualTo(Map.of("slack", 1L));
    }

    @Test
    void anEndlessChainOfCausesAndAnOverlongMessageAreCut() {
        IOException circle = new IOException("x".repeat(10_000));
        circle.initCause(new IOException("y", circle));
        for (int i = 0; i < 4; i++) {
            failures.add(circle);
        }
        lane.deliver(NOTICE);
        assertThat(alarms.standing().get(0)).hasSizeLessThan(400);
    }

    private void send(Notice notice) throws Exception {
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        arrived.add(notice);
    }

    private void pause(Duration length) throws InterruptedException {
        pauses.add(length);
        if (interrupted) {
            throw new InterruptedException();
        }
    }
}
