package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.probe.Probe;
import io.lbkeeper.rehearsal.world.Glance;
import io.lbkeeper.rehearsal.world.Visit;
import java.time.Duration;
import java.util.function.Consumer;

/** Connections to ports and pings in the simulated world. */
final class SimulatedProbe implements Probe {
    private final AgentProcess process;

    SimulatedProbe(AgentProcess process) {
        this.process = process;
    }

    @Override
    public Check probe(Target target, Duration deadline) {
        Visit visit = process.ask((Consumer<Visit> then) -> process.world().visit(process.node(), target.address(),
                Glance.of(target.url()), deadline, then));
        return visit.check(target.node());
    }
}
