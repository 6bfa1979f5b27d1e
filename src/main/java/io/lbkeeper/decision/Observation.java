package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that one cycle saw.
 *
 * @param at        when everything was seen, on this machine's monotonic clock
 * @param stopped   for how long nothing has happened here just before or meanwhile; zero for a cycle as usual
 * @param address   this node's own address
 * @param checks    the HAProxy of this node and of each peer that has a known address, by node: what has come since the
 *                  cycle before, or where a check is outstanding, what was known before
 * @param outstanding the nodes whose check is under way, and of which nothing new has come
 * @param namesakes who answers where this node would be by its own records, if that is not its address, by address
 * @param records   the records: as read in this cycle, or as last read where nothing asked for reading them again
 * @param fresh     whether the records were read in this cycle
 * @param nonce     a text that no other change has ever carried
 * @param requests  what operators ask of this node
 */
public record Observation(Duration at, Duration stopped, Answer<String> address, Map<String, Check> checks,
        Set<String> outstanding, Map<String, Check> namesakes, Answer<Records> records, boolean fresh, String nonce,
        Requests requests) {
    public Observation {
        Objects.requireNonNull(at);
        Objects.requireNonNull(stopped);
        Objects.requireNonNull(address);
        checks = Map.copyOf(checks);
        outstanding = Set.copyOf(outstanding);
        namesakes = Map.copyOf(namesakes);
        Objects.requireNonNull(records);
        Objects.requireNonNull(nonce);
        Objects.requireNonNull(requests);
    }

    /** One for which all checks that were begun have come in. */
    public Observation(Duration at, Duration stopped, Answer<String> address, Map<String, Check> checks,
            Map<String, Check> namesakes, Answer<Records> records, boolean fresh, String nonce, Requests requests) {
        this(at, stopped, address, checks, Set.of(), namesakes, records, fresh, nonce, requests);
    }

    /** Whether this node has been stopped: what it saw before, or has seen by now, may be old. */
    boolean isResumed() {
        return !stopped.isZero();
    }

    /** Whether no answer to the last check of a node has come yet: nothing is counted for it or against it. */
    public boolean isOutstanding(String node) {
        return outstanding.contains(node);
    }

    public Optional<Check> check(String node) {
        return Optional.ofNullable(checks.get(node));
    }
}
