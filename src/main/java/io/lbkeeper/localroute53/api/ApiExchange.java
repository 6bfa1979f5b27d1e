package io.lbkeeper.localroute53.api;

import com.sun.net.httpserver.HttpExchange;
import io.lbkeeper.localroute53.call.ApiAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request's connection, and the ways in which it can end. */
final class ApiExchange {
    private static final Logger LOG = LoggerFactory.getLogger(ApiExchange.class);
    private static final int PIECE_BYTES = 1 << 13;
    private final HttpExchange http;
    private Runnable atEnd = () -> { };
    private final String requestId = UUID.randomUUID().toString();
    private volatile IOException broken;

    ApiExchange(HttpExchange http) {
        this.http = http;
    }

    String requestId() {
        return requestId;
    }

    /** What is done when the answer has been sent, or the connection was dropped. */
    void atEnd(Runnable task) {
        atEnd = task;
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
                write(answer.body(), bodyBytes);
            }
        } catch (IOException e) {
            // The client is gone, and with it the one who could be told.
            LOG.debug("The client of {} went away", http.getRequestURI(), e);
            broken = e;
        } finally {
            atEnd.run();
        }
    }

    /** In small pieces: the JDK's server keeps room for twice the largest with each connection. */
    private void write(byte[] body, int count) throws IOException {
        OutputStream out = http.getResponseBody();
        for (int at = 0; at < count; at += PIECE_BYTES) {
            out.write(body, at, Math.min(PIECE_BYTES, count - at));
        }
        out.flush();
    }

    /** Closes the connection without an answer. */
    void drop() {
        http.close();
        broken = new IOException("closed without an answer");
        atEnd.run();
    }

    /** The JDK's server forgets a connection that broke only when its handler says so, by throwing. */
    void throwIfBroken() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }
}
