package io.lbkeeper.localroute53;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the local Route 53 runs.
 *
 * @param apiAddress  where the API listens; port 0: any free one
 * @param dnsAddress  where DNS listens, UDP and TCP on one port; port 0: any free one
 * @param zones       the zones that are there from the start
 * @param insyncAfter how long GetChange tells PENDING
 */
public record LocalRoute53Options(InetSocketAddress apiAddress, InetSocketAddress dnsAddress, List<HostedZone> zones,
                                  Duration insyncAfter) {
    public LocalRoute53Options {
        Objects.requireNonNull(apiAddress);
        Objects.requireNonNull(dnsAddress);
        zones = List.copyOf(zones);
        Objects.requireNonNull(insyncAfter);
    }

    /** No zones, and every change INSYNC at once. */
    public static LocalRoute53Options on(InetSocketAddress apiAddress, InetSocketAddress dnsAddress) {
        return new LocalRoute53Options(apiAddress, dnsAddress, List.of(), Duration.ZERO);
    }

    public LocalRoute53Options withZones(List<HostedZone> newZones) {
        return new LocalRoute53Options(apiAddress, dnsAddress, newZones, insyncAfter);
    }

    public LocalRoute53Options withInsyncAfter(Duration newInsyncAfter) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, newInsyncAfter);
    }
}
