package io.lbkeeper.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one request: GET and HEAD of what there is, and a sentence to everything else. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int MISDIRECTED = 421;
    private static final int BROKEN = 500;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** No page elsewhere may read, frame or guess at an answer, and none is kept. */
    private static final Map<String, String> ALWAYS = Map.of("Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private final Map<String, Supplier<Reply>> resources;

    /** @param resources what is served, by path */
    Desk(Map<String, Supplier<Reply>> resources) {
        this.resources = Map.copyOf(resources);
    }

    void answer(HttpExchange http) throws IOException {
        try (http) {
            Reply reply = reply(http);
            byte[] body = reply.bytes();
            Headers headers = http.getResponseHeaders();
            ALWAYS.forEach(headers::set);
            reply.headers().forEach(headers::set);
            headers.set("Content-Type", reply.type());
            if (!isReading(http)) {
                // Its body is not read, so nothing behind it on this connection can be.
                headers.set("Connection", "close");
            }
            if (http.getRequestMethod().equals("HEAD")) {
                headers.set("Content-Length", String.valueOf(body.length));
                http.sendResponseHeaders(reply.status(), -1);
            } else {
                http.sendResponseHeaders(reply.status(), body.length);
                http.getResponseBody().write(body);
            }
        }
    }

    private Reply reply(HttpExchange http) {
        List<String> hosts = http.getRequestHeaders().getOrDefault("Host", List.of());
        if (!Hosts.areThis(hosts, http.getLocalAddress().getAddress())) {
            return Reply.inWords(MISDIRECTED, "This is lbkeeper's own server, and the request's Host is none of its "
                    + "addresses. Use http://127.0.0.1, or let a reverse proxy set the Host to it.");
        }
        if (!isReading(http)) {
            return new Reply(NOT_ALLOWED, "text/plain", "Only GET and HEAD: nothing can be changed here.\n",
                    Map.of("Allow", "GET, HEAD"));
        }
        Supplier<Reply> resource = resources.get(http.getRequestURI().getPath() == null ? ""
                : http.getRequestURI().getPath());
        if (resource == null) {
            return Reply.inWords(NOT_FOUND, "There is no such page. There are " + String.join(", ",
                    resources.keySet().stream().sorted().toList()) + ".");
        }
        try {
            return resource.get();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be answered: {}", http.getRequestURI().getPath(), e.toString(), e);
            return Reply.inWords(BROKEN, "This could not be told; lbkeeper's log says why.");
        }
    }

    private static boolean isReading(HttpExchange http) {
        return READING.contains(http.getRequestMethod());
    }
}
