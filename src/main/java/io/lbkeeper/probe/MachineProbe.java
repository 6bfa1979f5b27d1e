package io.lbkeeper.probe;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Probes over this machine's network. */
public final class MachineProbe implements Probe {
    private final PingProgram ping;

    public MachineProbe() {
        this(List.of("ping"));
    }

    /** @param ping the program to ping with, and its first arguments */
    public MachineProbe(List<String> ping) {
        this.ping = new PingProgram(ping);
    }

    @Override
    public Check probe(Target target, Duration deadline) {
        URI url = URI.create(target.url());
        return switch (url.getScheme()) {
            case TCP -> PortProbe.probe(host(url), url.getPort(), deadline);
            case PING -> ping.probe(host(url), deadline);
            default -> new Check(Health.UNKNOWN, "there is no TCP or ping check of " + target.url());
        };
    }

    private static String host(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
