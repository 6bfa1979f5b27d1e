package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.dnsupdate.DnsUpdateEndpoint;
import io.lbkeeper.rehearsal.core.WorldLines;
import io.lbkeeper.rehearsal.time.NodeTime;
import io.lbkeeper.rehearsal.world.Agent;
import io.lbkeeper.rehearsal.world.Kind;
import io.lbkeeper.rehearsal.world.World;
import io.lbkeeper.service.LooseEnds;
import io.lbkeeper.service.Service;
import io.lbkeeper.service.Surroundings;
import io.lbkeeper.settings.AddressSource;
import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.component.timer.TimerConsumer;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;

/** A node whose agent is the real service: its routes by the real Camel, in the simulated world. */
final class RouteNode implements AutoCloseable {
    private final AgentProcess process;
    private final Settings settings;
    private final Surroundings surroundings;
    private final ClosedDoors doors;
    private final SimulatedWeb web;
    private final SimulatedRoute53 route53;
    private final Main main;
    private int nonces;
    private int run;

    /** @param routes an absolute path */
    RouteNode(Settings real, Path routes, Baton baton) {
        // Nobody outside is told of what is only played, not over the operator's own channels either.
        settings = real.untold();
        process = new AgentProcess(baton, settings.node());
        doors = new ClosedDoors(process);
        web = new SimulatedWeb(process, settings);
        SimulatedTimers timers = new SimulatedTimers(process);
        surroundings = new Surroundings(process::now, () -> settings.node() + "-" + run + "-" + nonces++,
                timers, timers::wakeAt, ended -> new WorldLines(process::world, settings.node(), ended),
                new SimulatedHttp(web, process::now), new SimulatedProbe(process),
                new SimulatedInterfaces(process, settings.addressTimeout()), Optional.empty(),
                Optional.of(new SimulatedAddressRecords(process, settings)), Optional.empty(),
                () -> Instant.EPOCH.plus(process.now()));
        route53 = new SimulatedRoute53(process, settings.apiTimeout());
        main = Service.assemble(settings, routes, surroundings);
        // The simulated clouds end their machines without a notice.
        main.addOverrideProperty("lb.notice.kind", "none");
        if (settings.address() instanceof AddressSource.Literal) {
            // The one file that is rehearsed has the address of one machine, and each has its own.
            main.addOverrideProperty("lb.address.kind", "interface");
        }
        main.bind("simulatedThreads", new SimulatedThreads(process));
        main.bind("simulatedAwait", new SimulatedAwait(process));
        main.bind("simulatedRoute53", route53);
        main.bind("simulatedServers", new SimulatedServers(process));
        main.bind("closedDoors", doors);
        main.bind("stepWatch", new StepWatch(this::tell));
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        start();
    }

    /** What the service would refuse to run is not rehearsed either. */
    private void start() {
        try {
            main.start();
            LooseEnds.in(main.getCamelContext()).ifPresent(end -> {
                throw new IllegalStateException(end);
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The next life of this node's agent. */
    Agent agent(NodeTime time, World world, SimulatedProvider provider) {
        return new Agent() {
            @Override
            public void start() {
                process.start(time, world, provider);
                process.begin(() -> begin(time));
            }

            @Override
            public void kill() {
                process.kill();
            }
        };
    }

    /** As a new process: nothing is remembered, and all timers begin anew. */
    private void begin(NodeTime time) {
        run = time.generation();
        nonces = 0;
        route53.begin();
        Service.beans(settings, surroundings).forEach((name, bean) -> Rebirth.renew(main.lookup(name), bean));
        renewEndpoints();
        for (Route route : main.getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof TimerConsumer || route.getConsumer() instanceof ScheduledPollConsumer) {
                DefaultConsumer consumer = (DefaultConsumer) route.getConsumer();
                ServiceHelper.stopService(consumer);
                consumer.setExceptionHandler(new FailedRuns(failure -> tellFailure(route.getId(), failure)));
                ServiceHelper.startService(consumer);
            }
        }
    }

    /** What they have learnt of their servers is forgotten. */
    private void renewEndpoints() {
        main.getCamelContext().getEndpoints().stream().filter(DnsUpdateEndpoint.class::isInstance).forEach(learnt -> {
            ServiceHelper.stopService(learnt);
            ServiceHelper.startService(learnt);
        });
    }

    private void tellFailure(String route, Throwable failure) {
        if (process.isRunning()) {
            World world = process.world();
            world.trace().add(world.now(), settings.node(), Kind.AGENT, () -> "route " + route + " failed: " + failure);
        }
    }

    private void tell(Object body) {
        World world = process.world();
        if (!process.isRunning()) {
            return;
        }
        if (body instanceof Decision decision && main.lookup("cycle", Cycle.class).isNews()) {
            world.trace().add(world.now(), settings.node(), Kind.DECISION,
                    () -> decision.name() + ": " + decision.reason());
        } else if (body instanceof Outcome outcome) {
            world.trace().add(world.now(), settings.node(), Kind.CHANGE, outcome::toString);
        }
    }

    /** What it would have done to the outside, and how often. */
    Map<String, Integer> keptInside() {
        Map<String, Integer> kept = doors.sent();
        kept.putAll(web.others());
        return kept;
    }

    void end() {
        process.kill();
    }

    @Override
    public void close() {
        // Camel would warn of the exchanges that were torn out of it when their process was killed.
        Hush.during(main::stop);
    }
}
