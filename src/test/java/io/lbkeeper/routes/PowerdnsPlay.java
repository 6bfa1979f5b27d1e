package io.lbkeeper.routes;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What tests of {@code lb.dns=powerdns} have in common. */
final class PowerdnsPlay {
    static final String KEY = "s3cr3t";
    static final String EMPTY = "{\"rrsets\": []}";

    private PowerdnsPlay() {
    }

    static Map<String, String> settings(String url) {
        return Map.of("lb.dns", "powerdns", "lb.powerdns.url", url, "lb.powerdns.zone", "example.com",
                "lb.powerdns.key", KEY);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("a wrong key", Replies.whole(401, "Unauthorized"), "look at lb.powerdns.key"),
                Arguments.of("no such zone", Replies.whole(404, "Not Found"), "look at lb.powerdns.zone and"),
                Arguments.of("422", Replies.whole(422, "{\"error\": \"RRset x. IN A: Name is out of zone\"}"),
                        "Name is out of zone"),
                Arguments.of("a name without a TTL", Replies.whole(200, "{\"rrsets\": [{\"name\": \"lb.example.com.\", "
                        + "\"type\": \"A\", \"records\": [{\"content\": \"192.0.2.1\"}]}]}"), "no field ttl"));
    }
}
