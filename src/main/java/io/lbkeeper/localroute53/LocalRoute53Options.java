package io.lbkeeper.localroute53;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.faults.Fault;
import io.lbkeeper.localroute53.faults.RateLimit;
import io.lbkeeper.localroute53.signing.Credentials;
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
 * @param credentials the keys whose signatures are taken; none: any Authorization header is
 * @param seed        of all that is drawn: DNS answers by weight, and faults by chance
 * @param file        keeps all of it over a restart; zones that it has stay as they are in it
 */
public record LocalRoute53Options(InetSocketAddress apiAddress, InetSocketAddress dnsAddress, List<HostedZone> zones,
                                  Duration insyncAfter, List<Fault> faults, Optional<RateLimit> rate,
                                  Optional<Credentials> credentials, long seed, Optional<Path> file) {
    public LocalRoute53Options {
        Objects.requireNonNull(apiAddress);
        Objects.requireNonNull(dnsAddress);
        zones = List.copyOf(zones);
        Objects.requireNonNull(insyncAfter);
        faults = List.copyOf(faults);
        Objects.requireNonNull(rate);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(file);
    }

    /** No zones, every change INSYNC at once, any key is taken, no faults, and any seed. */
    public static LocalRoute53Options on(InetSocketAddress apiAddress, InetSocketAddress dnsAddress) {
        return new LocalRoute53Options(apiAddress, dnsAddress, List.of(), Duration.ZERO, List.of(), Optional.empty(),
                Optional.empty(), new Random().nextLong(), Optional.empty());
    }

    public LocalRoute53Options withZones(List<HostedZone> newZones) {
        return new LocalRoute53Options(apiAddress, dnsAddress, newZones, insyncAfter, faults, rate, credentials, seed,
                file);
    }

    public LocalRoute53Options withInsyncAfter(Duration newInsyncAfter) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, newInsyncAfter, faults, rate, credentials, seed,
                file);
    }

    public LocalRoute53Options withFaults(List<Fault> newFaults) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, newFaults, rate, credentials, seed,
                file);
    }

    public LocalRoute53Options withRate(RateLimit newRate) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, faults, Optional.of(newRate),
                credentials, seed, file);
    }

    public LocalRoute53Options withCredentials(Credentials newCredentials) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, faults, rate,
                Optional.of(newCredentials), seed, file);
    }

    public LocalRoute53Options withSeed(long newSeed) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, faults, rate, credentials, newSeed,
                file);
    }

    public LocalRoute53Options withFile(Path newFile) {
        return new LocalRoute53Options(apiAddress, dnsAddress, zones, insyncAfter, faults, rate, credentials, seed,
                Optional.of(newFile));
    }
}
