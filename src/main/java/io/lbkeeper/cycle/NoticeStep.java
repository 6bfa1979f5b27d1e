package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.CloudNotice;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;

/** What the kamelet {@code notice-imds-action} needs: it makes answers of what the metadata service says. */
public final class NoticeStep {

    public Answer<String> fromSpot(Exchange exchange) {
        return CloudNotice.ofSpot(status(exchange), body(exchange));
    }

    /** @param spot what was said of the other kind of notice */
    public Answer<String> fromAutoScaling(Exchange exchange, Answer<String> spot) {
        return CloudNotice.either(spot, CloudNotice.ofAutoScaling(status(exchange), body(exchange)));
    }

    public Answer<String> couldNotAsk(Exception failure) {
        return Answer.couldNotAsk("the metadata service: " + failure.getMessage());
    }

    private static int status(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    }

    private static String body(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
