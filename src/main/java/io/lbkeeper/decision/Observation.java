package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that one cycle saw.
 *
 * @param at      when the cycle started, on this machine's monotonic clock
 * @param address this node's own address
 * @param checks  the HAProxy of this node and of each peer that has a known address, by node
 * @param records the records: as read in this cycle, or as last read where nothing asked for reading them again
 * @param fresh   whether the records were read in this cycle
 * @param nonce   a text that no other change has ever carried
 */
public record Observation(Duration at, Answer<String> address, Map<String, Check> checks, Answer<Records> records,
        boolean fresh, String nonce) {
    public Observation {
        Objects.requireNonNull(at);
        Objects.requireNonNull(address);
        checks = Map.copyOf(checks);
        Objects.requireNonNull(records);
        Objects.requireNonNull(nonce);
    }

    public Optional<Check> check(String node) {
        return Optional.ofNullable(checks.get(node));
    }
}
