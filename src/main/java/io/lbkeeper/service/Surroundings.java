package io.lbkeeper.service;

import io.lbkeeper.cycle.HttpDeadline;
import io.lbkeeper.cycle.Interfaces;
import io.lbkeeper.cycle.OwnInterfaces;
import io.lbkeeper.cycle.Target;
import io.lbkeeper.cycle.Waker;
import io.lbkeeper.dyndns2.AddressRecords;
import io.lbkeeper.line.Lines;
import io.lbkeeper.line.SocketLines;
import io.lbkeeper.probe.MachineProbe;
import io.lbkeeper.probe.Probe;
import io.lbkeeper.propagation.DnsServers;
import io.lbkeeper.propagation.NameServers;
import io.lbkeeper.timing.SteadyTimerComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.timer.TimerComponent;

/**
 * What the service stands on beside its settings and routes.
 *
 * @param clock      monotonic
 * @param nonces     gives a text that no change has carried before, each time it is asked
 * @param timer      Camel's component {@code timer}
 * @param waker      gets the timer of the cycles to run beside its period
 * @param lines      holds lines to HAProxies, and tells the one it is given that one has ended
 * @param http       makes every HTTP client of the routes
 * @param probe      checks by a connection to a port, and by a ping
 * @param interfaces the network interfaces of the machine
 * @param nameServers asks name servers directly; empty where changes are not followed
 * @param addressRecords reads the records where the provider's protocol can't; empty for the zone's own name servers
 * @param state      where requests are read from and the status goes; empty where nothing is kept
 * @param wall       the wall clock, for people; nothing is decided by it but when a request ends
 */
public record Surroundings(Supplier<Duration> clock, Supplier<String> nonces, TimerComponent timer, Waker waker,
        Function<Consumer<Target>, Lines> lines, HttpClientConfigurer http, Probe probe, Interfaces interfaces,
        Optional<NameServers> nameServers, Optional<AddressRecords> addressRecords, Optional<Path> state,
        Supplier<Instant> wall) {

    /** The timer of the route watch, by which cycles come. */
    static final String CYCLES = "watch";

    /** @param state where files are kept, if they are */
    public static Surroundings ofThisMachine(Optional<Path> state) {
        return ofThisMachine(state, new SteadyTimerComponent());
    }

    static Surroundings ofThisMachine(Optional<Path> state, SteadyTimerComponent timer) {
        return new Surroundings(() -> Duration.ofNanos(System.nanoTime()), () -> UUID.randomUUID().toString(),
                timer, moment -> timer.wakeAt(CYCLES, moment), SocketLines::new, new HttpDeadline(),
                new MachineProbe(), new OwnInterfaces(), Optional.of(new DnsServers()), Optional.empty(), state,
                Instant::now);
    }

    /** The same for somebody who only looks once. */
    Surroundings withoutLines() {
        return new Surroundings(clock, nonces, timer, waker, ended -> new Lines.None(), http, probe, interfaces,
                nameServers, addressRecords, state, wall);
    }
}
