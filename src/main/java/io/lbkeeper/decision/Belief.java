package io.lbkeeper.decision;

import java.util.Optional;

/**
 * What this node takes its own address to be. The first answer is believed at once. After that another one counts
 * only when it has come {@code fall} times in a row: a service that lies now and then must not move anything.
 * Not being able to ask changes nothing.
 *
 * @param answer    what is believed
 * @param candidate another answer that has come lately
 * @param row       how often it has come in a row
 */
public record Belief(Answer<String> answer, Answer<String> candidate, int row) {

    static Belief none() {
        return new Belief(Answer.couldNotAsk("not asked yet"), Answer.couldNotAsk("not asked yet"), 0);
    }

    Belief after(Answer<String> heard, Rules rules) {
        if (answer instanceof Answer.CouldNotAsk) {
            return new Belief(heard, heard, 0);
        }
        if (heard instanceof Answer.CouldNotAsk || heard.found().equals(answer.found())) {
            return new Belief(answer, answer, 0);
        }
        int times = heard.found().equals(candidate.found()) ? row + 1 : 1;
        return times >= rules.fall() ? new Belief(heard, heard, 0) : new Belief(answer, heard, times);
    }

    Optional<String> address() {
        return answer.found();
    }

    boolean isTurning() {
        return row > 0;
    }
}
