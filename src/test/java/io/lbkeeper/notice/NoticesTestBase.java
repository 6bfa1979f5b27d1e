package io.lbkeeper.notice;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.status.Alarms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Notices at a time that the test sets, of decisions that it makes. */
abstract class NoticesTestBase {
    final Alarms alarms = new Alarms();
    final NoticeCounts counts = new NoticeCounts();
    Notices notices = notices(Least.MOVES);
    private Duration now = Duration.ZERO;

    void least(Least least) {
        notices = notices(least);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Nothing but the decision counts. */
    void decide(Decision decision, boolean news) {
        notices.decided(new Sight(null, null, decision, news, null));
    }

    List<String> told() {
        return notices.take().stream().map(one -> one.kind() + " " + one.about() + ": " + one.text()).toList();
    }

    private Notices notices(Least least) {
        Notices made = new Notices("lb1", "lb.example.com", counts, () -> now, () -> Instant.EPOCH, alarms::byKey);
        made.goBy(least, true);
        return made;
    }
}
