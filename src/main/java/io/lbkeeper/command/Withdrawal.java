package io.lbkeeper.command;

import io.lbkeeper.requests.Kind;
import io.lbkeeper.settings.SettingsException;
import io.lbkeeper.status.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes back what was asked of a node. */
abstract class Withdrawal implements Callable<Integer> {
    private final List<Kind> kinds;
    private final String state;
    private final Function<Status.Requested, Optional<String>> inForce;

    @Mixin
    private StateOptions service;

    @Spec
    private CommandSpec spec;

    /** @param state what the node was, for people */
    Withdrawal(List<Kind> kinds, String state, Function<Status.Requested, Optional<String>> inForce) {
        this.kinds = kinds;
        this.state = state;
        this.inForce = inForce;
    }

    @Override
    public Integer call() throws UsageException, SettingsException, RunningService.NotTold {
        Path stateDir = service.stateDir();
        OptionalInt done = AsOwner.again(stateDir, service.without(spec));
        return done.isPresent() ? done.getAsInt() : takeBack(new Desk(new RunningService(stateDir),
                spec.commandLine().getOut()));
    }

    private int takeBack(Desk desk) throws UsageException, RunningService.NotTold {
        boolean there = false;
        for (Kind kind : kinds) {
            there |= desk.takeBack(kind);
        }
        if (!there) {
            desk.tell("it was not " + state);
            return 0;
        }
        desk.tell("taken back: this node is not " + state + " any more");
        Optional<Status> heard = desk.heard(Instant.EPOCH, status -> inForce.apply(status.requests()).isEmpty());
        heard.ifPresent(status -> desk.tell(status.decision().name() + ": " + status.decision().reason()));
        return 0;
    }
}
