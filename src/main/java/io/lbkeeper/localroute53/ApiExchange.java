package io.lbkeeper.localroute53;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request's connection, and the ways in which it can end. */
final class ApiExchange {
    private static final Logger LOG = LoggerFactory.getLogger(ApiExchange.class);
    private final HttpExchange http;
    private final String requestId = UUID.randomUUID().toString();
    private volatile IOException broken;

    ApiExchange(HttpExchange http) {
        this.http = http;
    }

    String requestId() {
        return requestId;
    }

    void send(ApiAnswer answer) {
        boolean headOnly = http.getRequestMethod().equals("HEAD");
        send(answer, headOnly ? 0 : answer.body().length);
    }

    /** Promises the whole body and ends in the middle of it. */
    void cut(ApiAnswer answer) {
        send(answer, answer.body().length / 2);
    }

    private void send(ApiAnswer answer, int bodyBytes) {
        try (http) {
            String host = Optional.ofNullable(http.getRequestHeaders().getFirst("Host")).orElse("localhost");
            answer.location().ifPresent(path -> http.getResponseHeaders().set("Location", "http://" + host + path));
            http.getResponseHeaders().set("Content-Type", "text/xml");
            http.getResponseHeaders().set("x-amzn-RequestId", requestId);
            http.sendResponseHeaders(answer.status(), bodyBytes == 0 ? -1 : answer.body().length);
            if (bodyBytes > 0) {
                http.getResponseBody().write(answer.body(), 0, bodyBytes);
                http.getResponseBody().flush();
            }
        } catch (IOException e) {
            // The client is gone, and with it the one who could be told.
            LOG.debug("The client of {} went away", http.getRequestURI(), e);
            broken = e;
        }
    }

    /** Closes the connection without an answer. */
    void drop() {
        http.close();
        broken = new IOException("closed without an answer");
    }

    /** The JDK's server forgets a connection that broke only when its handler says so, by throwing. */
    void throwIfBroken() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }
}
