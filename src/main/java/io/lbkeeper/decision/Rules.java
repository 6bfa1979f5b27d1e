package io.lbkeeper.decision;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operator has laid down, as far as a decision needs it. Every field is the setting of the same name.
 *
 * @param node            this node
 * @param nodes           all nodes, this one among them
 * @param domain          a node's record is {@code <node>.<domain>}
 * @param services        the names that clients use; the first gives the owner record its name
 * @param ttl             of every record that is written, whole seconds
 * @param interval        between two cycles
 * @param fastinter       between two cycles while a check is failing or a change has just been sent
 * @param fall            failed checks in a row until a node counts as gone
 * @param rise            good checks in a row until it counts as back
 * @param grace           for so long a HAProxy that this node finds failing at home may come back by itself
 * @param holdDown        least time between two moves by this node
 * @param recordsInterval how often a standby reads the records although nothing asks for it
 * @param powers          what the DNS provider can do
 */
public record Rules(String node, List<String> nodes, String domain, List<String> services, Duration ttl,
        Duration interval, Duration fastinter, int fall, int rise, Duration grace, Duration holdDown,
        Duration recordsInterval, Powers powers) {

    public Rules {
        nodes = List.copyOf(nodes);
        // Nodes that have them in another order see and do the same.
        services = Stream.concat(services.stream().limit(1), services.stream().skip(1).sorted())
                .map(RecordSet::withoutDot).toList();
        domain = RecordSet.withoutDot(domain);
    }

    /** Those with a DNS provider that can do all that is asked of it. */
    public Rules(String node, List<String> nodes, String domain, List<String> services, Duration ttl,
            Duration interval, Duration fastinter, int fall, int rise, Duration grace, Duration holdDown,
            Duration recordsInterval) {
        this(node, nodes, domain, services, ttl, interval, fastinter, fall, rise, grace, holdDown, recordsInterval,
                Powers.FULL);
    }

    /** The same with a DNS provider that can do this. */
    public Rules with(Powers other) {
        return new Rules(node, nodes, domain, services, ttl, interval, fastinter, fall, rise, grace, holdDown,
                recordsInterval, other);
    }

    /** The name of a node's own record. */
    public String nodeName(String which) {
        return which + "." + domain;
    }

    /** The first of the names that clients use. */
    public String service() {
        return services.get(0);
    }

    /** The name of the owner record. */
    public String ownerName() {
        return "_owner." + service();
    }

    /** The names of all records that this node looks at. */
    public List<String> names() {
        return Stream.concat(namesOfOwnership().stream(), furtherNames().stream()).toList();
    }

    /** Those without which it is not known who owns the names, and where the nodes are. */
    public List<String> namesOfOwnership() {
        Stream<String> owned = powers.keepsOwnerRecord() ? Stream.of(service(), ownerName()) : Stream.of(service());
        return Stream.concat(owned, nodes.stream().map(this::nodeName)).toList();
    }

    /** The names that clients use besides the first. */
    public List<String> furtherNames() {
        return services.subList(1, services.size());
    }

    /** Whether a node that others expect to go by {@code before} keeps them waiting. */
    public boolean isSlowerThan(Rules before) {
        return interval.compareTo(before.interval) > 0 || fastinter.compareTo(before.fastinter) > 0;
    }

    public boolean isPeer(String which) {
        return nodes.contains(which) && !which.equals(node);
    }
}
