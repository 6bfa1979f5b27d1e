package io.lbkeeper.plain;

import io.lbkeeper.decision.Outcome;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** What a change kamelet answers: one of {@code applied} (an id), {@code lost} (why), {@code could-not-ask} (why). */
final class PlainOutcome {
    static final String LOST = "lost";
    private static final String APPLIED = "applied";

    private PlainOutcome() {
    }

    static Outcome outcome(Object given) {
        try {
            Map<?, ?> answer = PlainData.map(PlainData.parse(given), "the answer of the change kamelet");
            PlainData.onlyKnows(answer, Set.of(APPLIED, LOST, PlainRecords.COULD_NOT_ASK));
            if (answer.size() != 1) {
                throw new IllegalArgumentException("not one of applied, lost and could-not-ask but "
                        + PlainData.quote(answer));
            }
            String key = String.valueOf(answer.keySet().iterator().next());
            return switch (key) {
                case APPLIED -> new Outcome.Applied(answer.get(key) instanceof Number id ? id.toString()
                        : PlainData.text(answer, key));
                case LOST -> new Outcome.Lost(PlainData.text(answer, key));
                default -> new Outcome.CouldNotAsk(PlainData.text(answer, key));
            };
        } catch (IllegalArgumentException | IOException e) {
            return new Outcome.CouldNotAsk("the answer of the change kamelet is not in the form it must have: "
                    + e.getMessage());
        }
    }
}
