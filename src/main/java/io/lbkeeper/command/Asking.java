package io.lbkeeper.command;

import io.lbkeeper.settings.SettingsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks something of the service on this machine, and says why. */
abstract class Asking implements Callable<Integer> {
    @Mixin
    private StateOptions service;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever reads status or the log.")
    private String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() throws UsageException, SettingsException, RunningService.NotTold {
        Path stateDir = service.stateDir();
        OptionalInt done = AsOwner.again(stateDir, service.without(spec));
        return done.isPresent() ? done.getAsInt() : ask(new Desk(new RunningService(stateDir),
                spec.commandLine().getOut()), Optional.ofNullable(reason));
    }

    /** @return the exit code */
    abstract int ask(Desk desk, Optional<String> reason) throws UsageException, RunningService.NotTold;
}
