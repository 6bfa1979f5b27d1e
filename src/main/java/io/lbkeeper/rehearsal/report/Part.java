package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.Schedule;
import java.util.List;
import java.util.function.Function;

/**
 * One run that is to be made.
 *
 * @param told     what it is about, in one sentence
 * @param expected what of its verdict is not as it should be, besides broken promises
 * @param repeat   the command that makes it again
 * @param shortfall what can't be promised in it
 */
public record Part(String name, String told, Schedule schedule, long seed,
        Function<Verdict, List<Breach>> expected, String repeat, Shortfall shortfall) {
}
