package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.CloudNotice;
import org.apache.camel.Exchange;

/** What the kamelet {@code notice-imds-action} needs: it makes answers of what the metadata service says. */
public final class NoticeStep {

    public Answer<String> fromSpot(Exchange exchange) {
        return CloudNotice.ofSpot(HttpAnswer.status(exchange), HttpAnswer.body(exchange));
    }

    /** @param spot what was said of the other kind of notice */
    public Answer<String> fromAutoScaling(Exchange exchange, Answer<String> spot) {
        return CloudNotice.either(spot, CloudNotice.ofAutoScaling(HttpAnswer.status(exchange),
                HttpAnswer.body(exchange)));
    }

    public Answer<String> couldNotAsk(Exception failure) {
        return Answer.couldNotAsk("the metadata service: " + failure.getMessage());
    }
}
