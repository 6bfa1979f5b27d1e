package io.lbkeeper.observation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Pages captured from HAProxy 2.4 to 3.5, and answers made of them. */
final class StatsPages {
    static final List<String> VERSIONS = List.of("2.4", "2.6", "2.8", "3.0", "3.2", "3.4", "3.5-dev5");
    /** As the settings' defaults are. */
    static final StatsRules ALL = rules(List.of(), List.of());
    /** The captured configuration's api backend is down in all pages, so that a good one must not require it. */
    static final StatsRules APP_ONLY = rules(List.of("app", "unchecked"), List.of());

    private StatsPages() {
    }

    static List<String> versions() {
        return VERSIONS;
    }

    static StatsRules rules(List<String> backends, List<String> frontends) {
        return new StatsRules(backends, frontends, Duration.ofSeconds(2));
    }

    static String captured(String version, String state) {
        String file = "/haproxy-stats/" + version + "-" + state + ".csv";
        try (InputStream page = StatsPages.class.getResourceAsStream(file)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException("reading " + file, failed);
        }
    }

    static StatsAnswer answer(int status, String body) {
        return new StatsAnswer(status, Optional.of("lb1"), Optional.empty(), Optional.empty(), body);
    }
}
