package io.lbkeeper.localroute53;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * How the local Route 53 runs.
 *
 * @param apiAddress  where the API listens; port 0: any free one
 * @param dnsAddress  where DNS listens, UDP and TCP on one port; port 0: any free one
 * @param zones       the zones that are there from the start
 * @param insyncAfter how long GetChange tells PENDING
 * @param faults      what goes wrong from the start
 * @param rate        how many calls it takes; none: as many as come
 * @param seed        of all that is drawn: DNS answers by weight, and faults by chance
 * @param file        keeps all of it over a restart; zones that it has stay as they are in it
 */
public record LocalRoute53Options(InetSocketAddress apiAddress, InetSocketAddress dnsAddress, List<HostedZone> zones,
                                  Duration insyncAfter, List<Fault> faults, Optional<RateLimit> rate, long seed,
                                  Optional<Path> file) {
    public LocalRoute53Options {
        Objects.requireNonNull(apiAddress);
        Objects.requireNonNull(dnsAddress);
        zones = List.copyOf(zones);
        Objects.requireNonNull(insyncAfter);
        faults = List.copyOf(faults);
        Objects.requireNonNull(rate);
        Objects.requireNonNull(file);
    }

    /** No zones, every change INSYNC at once, no faults, and any seed. */
    public static LocalRoute53Options on(InetSocketAddress apiAddress, InetSocketAddress dnsAddress) {
        return new LocalRoute53Options(apiAddress, dnsAddress, List.of(), Duration.ZERO, List.of(), Optional.empty(),
                new Random().nextLong(), Optional.empty());
    }

    public LocalRoute53Options withZones(List<HostedZone> newZones) {
        return new LocalRoute53Options(apiAddress, dnsAddress, newZones, insyncAfter, faults, rate, seed, file);
    }

    public LocalRoute53Options withInsyncAfter(Duration newInsyncAfter) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, newInsyncAfter, faults, rate, seed, file);
    }

    public LocalRoute53Options withFaults(List<Fault> newFaults) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, newFaults, rate, seed, file);
    }

    public LocalRoute53Options withRate(Optional<RateLimit> newRate) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, faults, newRate, seed, file);
    }

    public LocalRoute53Options withSeed(long newSeed) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, faults, rate, newSeed, file);
    }

    public LocalRoute53Options withFile(Path newFile) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, faults, rate, seed,
                Optional.of(newFile));
    }
}
