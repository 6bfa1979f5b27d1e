package io.lbkeeper.observation;

import java.util.Objects;
import java.util.Optional;

/**
 * What came back for {@code GET /stats;csv}, untrimmed: the page's last line ending is a sign that it is whole.
 *
 * @param status      the HTTP status
 * @param nodeHeader  {@code X-Lbkeeper-Node}, which haproxy/lbkeeper.cfg sets on every answer
 * @param stateHeader {@code X-Lbkeeper-State}, which it sets while HAProxy is stopping
 */
public record StatsAnswer(int status, Optional<String> nodeHeader, Optional<String> stateHeader, String body) {
    public static final String NODE_HEADER = "X-Lbkeeper-Node";
    public static final String STATE_HEADER = "X-Lbkeeper-State";

    public StatsAnswer {
        Objects.requireNonNull(nodeHeader);
        Objects.requireNonNull(stateHeader);
        Objects.requireNonNull(body);
    }
}
