package io.lbkeeper.decision;

import java.util.Optional;

/**
 * What this node takes its own address to be. The first answer is believed at once. After that another one counts
 * only when it has come {@code fall} times in a row: a service that lies now and then must not move anything.
 * Not being able to ask changes nothing.
 *
 * @param answer    what is believed
 * @param candidate the last answer that said something else
 * @param row       how often it has come in a row
 * @param disputes  answers in a row that said something else, whatever it was
 * @param asked     whether the last cycle had an answer
 */
public record Belief(Answer<String> answer, Answer<String> candidate, int row, int disputes, boolean asked) {

    static Belief none() {
        return settledOn(Answer.couldNotAsk("not asked yet"));
    }

    private static Belief settledOn(Answer<String> answer) {
        return new Belief(answer, answer, 0, 0, true);
    }

    /** What a node that has just started goes by: the address that it wrote when it became the owner. */
    Belief orElseClaimed(Optional<OwnerRecord> claim, Rules rules) {
        return answer instanceof Answer.CouldNotAsk
                ? claim.filter(owner -> owner.owner().equals(rules.node()))
                        .map(owner -> settledOn(Answer.value(owner.address()))).orElse(this)
                : this;
    }

    Belief after(Answer<String> heard, Rules rules) {
        if (answer instanceof Answer.CouldNotAsk) {
            return settledOn(heard);
        }
        if (heard instanceof Answer.CouldNotAsk) {
            return new Belief(answer, candidate, row, disputes, false);
        }
        if (heard.found().equals(answer.found())) {
            return settledOn(answer);
        }
        int times = row > 0 && heard.found().equals(candidate.found()) ? row + 1 : 1;
        return times >= rules.fall() ? settledOn(heard) : new Belief(answer, heard, times, disputes + 1, true);
    }

    public Optional<String> address() {
        return answer.found();
    }

    /** Whether something else than what is believed is being told. */
    boolean isDisputed() {
        return disputes > 0;
    }

    /** Whether the next answer may settle it: a service that can't make up its mind is no reason to hurry on. */
    boolean isTurning(Rules rules) {
        return asked && disputes > 0 && disputes <= rules.fall();
    }

    /** "is told that its address is 203.0.113.77: answer 2 of 3 in a row". */
    String dispute(Rules rules) {
        return "is told that " + candidate.found().map(other -> "its address is " + other).orElse("it has no address")
                + ": answer " + row + " of "
                + rules.fall() + " in a row";
    }
}
