package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.Onlooker;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;

/** Whatever runs schedules, one after the other. */
public interface Level extends AutoCloseable {
    Verdict run(Schedule schedule, long seed, Trace trace, Onlooker onlooker);

    @Override
    void close();
}
