package io.lbkeeper.routes;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What tests of {@code lb.dns=cloudflare} have in common. */
final class CloudflarePlay {
    static final String TOKEN = "t0k3n";
    static final String ZONE = "023e105f4ecef8ad9ca31a8372d0c353";
    static final String EMPTY = "{\"success\": true, \"errors\": [], \"result\": [], "
            + "\"result_info\": {\"page\": 1, \"total_pages\": 0, \"total_count\": 0}}";

    private CloudflarePlay() {
    }

    static Map<String, String> settings(String url) {
        return Map.of("lb.dns", "cloudflare", "lb.cloudflare.url", url, "lb.cloudflare.zone-id", ZONE,
                "lb.cloudflare.token", TOKEN);
    }

    static String error(int code, String words) {
        return "{\"result\": null, \"success\": false, \"errors\": [{\"code\": " + code + ", \"message\": \"" + words
                + "\"}], \"messages\": []}";
    }

    static String page(int page, int pages, int total, String... rows) {
        return "{\"success\": true, \"result\": [" + String.join(", ", rows) + "], \"result_info\": {\"page\": " + page
                + ", \"total_pages\": " + pages + ", \"total_count\": " + total + "}}";
    }

    static String row(String id, String name, String content, boolean proxied) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + name + "\", \"type\": \"A\", \"content\": \"" + content
                + "\", \"ttl\": 60, \"proxied\": " + proxied + ", \"settings\": {}}";
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("a wrong token", Replies.whole(403, error(10000, "Authentication error")),
                        "Authentication error"),
                Arguments.of("no token", Replies.whole(401, error(10001, "Unable to authenticate request")),
                        "look at lb.cloudflare.token"),
                Arguments.of("no such zone", Replies.whole(404, error(7003, "Could not route to /zones/x")),
                        "look at lb.cloudflare.zone-id"),
                Arguments.of("too many", Replies.whole(429, error(971, "Please wait and consider throttling"),
                        "Retry-After: 300"), "1200 in five minutes"),
                Arguments.of("bad input", Replies.whole(400, error(9021, "TTL must be between 60 and 86400")),
                        "TTL must be between"),
                Arguments.of("no success", Replies.whole(200, error(7000, "No route for that URI")),
                        "HTTP 200 without success"));
    }
}
