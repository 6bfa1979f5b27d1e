package io.lbkeeper.cycle;

/**
 * One HAProxy to check in this cycle.
 *
 * @param node    whose it is
 * @param address where it is reached; empty for this node's own, whose URL is fixed
 * @param url     its stats page
 */
public record Target(String node, String address, String url) {
    boolean isOwn() {
        return address.isEmpty();
    }
}
