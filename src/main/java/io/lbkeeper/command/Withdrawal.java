package io.lbkeeper.command;

import io.lbkeeper.requests.Kind;
import io.lbkeeper.settings.SettingsException;
import io.lbkeeper.status.Status;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes back what was asked of a node. */
abstract class Withdrawal implements Callable<Integer> {
    private final Kind kind;
    private final String state;
    private final Function<Status.Requested, Optional<String>> inForce;

    @Mixin
    private StateOptions service;

    @Spec
    private CommandSpec spec;

    /** @param state what the node was, for people */
    Withdrawal(Kind kind, String state, Function<Status.Requested, Optional<String>> inForce) {
        this.kind = kind;
        this.state = state;
        this.inForce = inForce;
    }

    @Override
    public Integer call() throws UsageException, SettingsException, RunningService.NotTold {
        Desk desk = new Desk(new RunningService(service.stateDir()), spec.commandLine().getOut());
        if (!desk.takeBack(kind)) {
            desk.tell("it was not " + state);
            return 0;
        }
        desk.tell("taken back: this node is not " + state + " any more");
        Optional<Status> heard = desk.heard(status -> inForce.apply(status.requests()).isEmpty());
        heard.ifPresent(status -> desk.tell(status.decision().name() + ": " + status.decision().reason()));
        return 0;
    }
}
