package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.cycle.Interfaces;
import io.lbkeeper.decision.Answer;
import java.time.Duration;
import java.util.function.Consumer;

/** The network interfaces of a simulated machine: whichever is asked for has the machine's public address. */
final class SimulatedInterfaces implements Interfaces {
    private final AgentProcess process;
    private final Duration deadline;

    SimulatedInterfaces(AgentProcess process, Duration deadline) {
        this.process = process;
        this.deadline = deadline;
    }

    @Override
    public Answer<String> address(String name) {
        return process.ask((Consumer<Answer<String>> then) -> process.world().ownAddress(process.node(), deadline,
                then));
    }

    /** Nothing is known of it, as with a public address that a provider translates. */
    @Override
    public boolean have(String address) {
        return false;
    }
}
