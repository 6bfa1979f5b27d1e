package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.settings.Settings;
import java.time.Duration;

/** How long what the settings say may take at the most, with every answer of the API at its deadline. */
record Bounds(Cluster cluster) {

    /** Until a peer has taken over: the next cycle, its checks, the window or {@code fall} checks, and two changes. */
    Duration takeOver() {
        Settings settings = cluster.settings();
        Duration step = settings.fastinter().plus(settings.checkTimeout());
        Duration counting = step.multipliedBy(settings.fall());
        Duration waiting = cluster.window().plus(step);
        return settings.interval().plus(settings.checkTimeout()).plus(counting.compareTo(waiting) > 0 ? counting
                : waiting).plus(settings.apiTimeout().multipliedBy(2));
    }

    /** Until the owner has handed over: two cycles with their checks, the grace time, and one change. */
    Duration handOver() {
        Settings settings = cluster.settings();
        return settings.interval().plus(settings.checkTimeout()).multipliedBy(2).plus(settings.grace())
                .plus(settings.apiTimeout());
    }

    /** Until the first of several dead nodes that comes back is the owner: its row of good checks, and a take-over. */
    Duration comeBack() {
        Settings settings = cluster.settings();
        return settings.grace().plus(settings.fastinter().plus(settings.checkTimeout())
                .multipliedBy(settings.rise())).plus(takeOver());
    }

    /** Until a new address of the owner's is in the service record: {@code fall} answers that tell it, and a change. */
    Duration newAddress() {
        Settings settings = cluster.settings();
        return settings.interval().plus(settings.fastinter().plus(settings.checkTimeout())
                .multipliedBy(settings.fall())).plus(settings.apiTimeout().multipliedBy(2));
    }
}
