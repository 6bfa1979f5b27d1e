package io.lbkeeper.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How things stand after one cycle, as one node sees them.
 *
 * @param alarms   all that somebody should look at, in sentences
 * @param requests what operators ask of this node, in words
 * @param holdDown for how long this node makes no other move
 * @param timeline the last decisions, the newest first
 */
public record Status(Process process, Name name, List<Node> nodes, Told decision, Optional<Sent> change,
        String propagation, boolean inSync, Duration holdDown, Requested requests, List<String> alarms,
        List<Told> timeline) {
    public Status {
        nodes = List.copyOf(nodes);
        alarms = List.copyOf(alarms);
        timeline = List.copyOf(timeline);
    }

    /**
     * Who tells.
     *
     * @param at      when the last cycle ended
     * @param stale   when {@code at} is older than this the service does not cycle
     * @param started when the process began
     * @param lacks   what the DNS provider can't do, and what that costs
     */
    public record Process(String node, String version, long pid, Instant started, Instant at, Duration stale,
            long cycles, boolean dryRun, Optional<String> lacks) {
        /** With a DNS provider that can do all. */
        public Process(String node, String version, long pid, Instant started, Instant at, Duration stale, long cycles,
                boolean dryRun) {
            this(node, version, pid, started, at, stale, cycles, dryRun, Optional.empty());
        }
    }

    /**
     * The service record.
     *
     * @param service    its name
     * @param address    what it holds, if that is one plain address
     * @param owner      by the owner record
     * @param challenger who has challenged the owner
     * @param readAt     when the records were read last
     * @param further    the other service names, and what is at each: an address, or something else in words
     */
    public record Name(String service, Optional<String> address, Optional<String> owner, Optional<Long> epoch,
            Optional<String> challenger, Optional<Instant> readAt, Map<String, String> further) {
        public Name {
            further = Collections.unmodifiableMap(new TreeMap<>(further));
        }

        /** All of them, this one first. */
        public Stream<String> all() {
            return Stream.concat(Stream.of(service), further.keySet().stream());
        }

        /** In few words what is at the other names, if there are any; those that are elsewhere are named. */
        public Optional<String> others() {
            List<String> elsewhere = further.entrySet().stream().filter(one -> !address.equals(Optional.of(
                    one.getValue()))).map(one -> one.getKey() + ": " + one.getValue()).toList();
            int together = further.size() - elsewhere.size();
            return further.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", Stream.concat(
                    together == 0 ? Stream.empty() : Stream.of(together + " at the same address"),
                    elsewhere.stream()).toList()));
        }
    }

    /**
     * One HAProxy.
     *
     * @param health   of the last check: OK, DEGRADED, …
     * @param detail   what that rests on; it may come from the network
     * @param agent    whether the lbkeeper beside it is heard of: ALIVE, LEAVING, SILENT, UNTOLD
     * @param up       whether the node counts as there
     * @param failures failed checks in a row
     * @param since    since when it has this health
     * @param checked  when it was checked last
     */
    public record Node(String node, boolean own, Optional<String> address, String health, String detail, String agent,
            boolean up, int failures, Instant since, Instant checked) {
    }

    /** A decision, and since when it has been the same. */
    public record Told(Instant since, String name, String reason, boolean alarm) {
    }

    /**
     * The last change that was sent.
     *
     * @param outcome in words, with the change id
     * @param applied whether it surely was
     */
    public record Sent(Instant at, String decision, String reason, String outcome, boolean applied) {
    }

    /** What operators ask for, in words. */
    public record Requested(Optional<String> pause, Optional<String> drain, Optional<String> switchover) {
    }

    public boolean isOwner() {
        return name.owner().filter(process.node()::equals).isPresent();
    }

    /** Whether the service has stopped cycling, by the time that it is now. */
    public boolean isStale(Instant now) {
        return now.isAfter(process.at().plus(process.stale()));
    }
}
