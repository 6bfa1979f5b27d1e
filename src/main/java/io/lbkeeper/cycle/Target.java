package io.lbkeeper.cycle;

/**
 * One HAProxy to check in this cycle.
 *
 * @param node    whose it is
 * @param address where it is reached; empty for this node's own, whose URL is fixed
 * @param url     its stats page; with the scheme {@code tcp} or {@code ping}, what else is looked at
 * @param round   the number of the cycle that has begun this check
 */
public record Target(String node, String address, String url, long round) {
    /** One that no cycle has asked for. */
    public Target(String node, String address, String url) {
        this(node, address, url, 0);
    }

    Target in(long cycle) {
        return new Target(node, address, url, cycle);
    }

    /** Whether it is this node's own, where this node looks for it itself. */
    boolean isOwn() {
        return address.isEmpty();
    }

    /** Whether this is where {@code node}, which is this node, would be by the records, though it is not there. */
    boolean isNamesakeOf(String node) {
        return this.node.equals(node) && !isOwn();
    }

    /** Whether both are looked for at the same place. */
    boolean isWhere(Target other) {
        return address.equals(other.address) && url.equals(other.url);
    }
}
