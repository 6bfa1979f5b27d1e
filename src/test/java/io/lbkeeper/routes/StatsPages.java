package io.lbkeeper.routes;

import io.lbkeeper.routes.ScriptedServer.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The captured stats pages as a HAProxy with haproxy/lbkeeper.cfg serves them. */
final class StatsPages {
    /** A whole page; its backend api is down, so that a good check requires the others by name. */
    static final String PAGE = captured("3.2-mixed");
    static final String NODE = "X-Lbkeeper-Node: lb2";
    static final String CSV = "Content-Type: text/plain; charset=utf-8";

    private StatsPages() {
    }

    static String captured(String name) {
        try (InputStream page = StatsPages.class.getResourceAsStream("/haproxy-stats/" + name + ".csv")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** lb2's page. */
    static Reply good() {
        return Replies.whole(200, PAGE, NODE, CSV, "Cache-Control: no-cache");
    }

    /** lb2 refuses, with HAProxy's kind of page. */
    static Reply refusal(int status, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = NODE;
        all[1] = "Content-Type: text/html";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return Replies.whole(status, "<html><body><h1>" + status + "</h1></body></html>\n", all);
    }
}
