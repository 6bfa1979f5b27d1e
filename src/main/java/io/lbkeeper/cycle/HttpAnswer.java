package io.lbkeeper.cycle;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;

/** What came back for an HTTP request of a route. */
final class HttpAnswer {
    private HttpAnswer() {
    }

    /** 0 where nothing came back. */
    static int status(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    }

    static String body(Exchange exchange) {
        // As bytes: a character set that the other side makes up must not end in an exception.
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
