package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that one cycle saw.
 *
 * @param at        when everything was seen, on this machine's monotonic clock
 * @param stopped   for how long nothing has happened here just before or meanwhile; zero for a cycle as usual
 * @param address   this node's own address
 * @param checks    the HAProxy of this node and of each peer that has a known address, by node
 * @param namesakes who answers where this node would be by its own records, if that is not its address, by address
 * @param records   the records: as read in this cycle, or as last read where nothing asked for reading them again
 * @param fresh     whether the records were read in this cycle
 * @param nonce     a text that no other change has ever carried
 * @param requests  what operators ask of this node
 */
public record Observation(Duration at, Duration stopped, Answer<String> address, Map<String, Check> checks,
        Map<String, Check> namesakes, Answer<Records> records, boolean fresh, String nonce, Requests requests) {
    public Observation {
        Objects.requireNonNull(at);
        Objects.requireNonNull(stopped);
        Objects.requireNonNull(address);
        checks = Map.copyOf(checks);
        namesakes = Map.copyOf(namesakes);
        Objects.requireNonNull(records);
        Objects.requireNonNull(nonce);
        Objects.requireNonNull(requests);
    }

    /** Whether this node has been stopped: what it saw before, or has seen by now, may be old. */
    boolean isResumed() {
        return !stopped.isZero();
    }

    public Optional<Check> check(String node) {
        return Optional.ofNullable(checks.get(node));
    }
}
