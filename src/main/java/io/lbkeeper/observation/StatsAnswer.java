package io.lbkeeper.observation;

import java.util.Objects;
import java.util.Optional;

/**
 * What came back for {@code GET /stats;csv}, untrimmed: the page's last line ending is a sign that it is whole.
 *
 * @param status      the HTTP status
 * @param nodeHeader  {@code X-Lbkeeper-Node}, which haproxy/lbkeeper.cfg sets on every answer
 * @param stateHeader {@code X-Lbkeeper-State}, which it sets while HAProxy is stopping
 * @param agentHeader {@code X-Lbkeeper-Agent}, by which it says whether the lbkeeper beside it is heard of
 */
public record StatsAnswer(int status, Optional<String> nodeHeader, Optional<String> stateHeader,
        Optional<String> agentHeader, String body) {
    public static final String NODE_HEADER = "X-Lbkeeper-Node";
    public static final String STATE_HEADER = "X-Lbkeeper-State";
    /** In a request, an lbkeeper gives its own node's name by it. */
    public static final String AGENT_HEADER = "X-Lbkeeper-Agent";
    /** In a request, there while the lbkeeper does not want the name for its node. */
    public static final String LEAVING_HEADER = "X-Lbkeeper-Leaving";
    /** In a request, an lbkeeper's own {@code lb.state-dir}; in the answer, that of the lbkeeper that was first. */
    public static final String STATE_DIR_HEADER = "X-Lbkeeper-State-Dir";
    /** In a request, an lbkeeper's settings that all nodes must agree on; in the answer, those of that node's. */
    public static final String SETTINGS_HEADER = "X-Lbkeeper-Settings";

    public StatsAnswer {
        Objects.requireNonNull(nodeHeader);
        Objects.requireNonNull(stateHeader);
        Objects.requireNonNull(agentHeader);
        Objects.requireNonNull(body);
    }
}
