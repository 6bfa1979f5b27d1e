package io.lbkeeper.command;

import io.lbkeeper.settings.SettingsException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** {@code lbkeeper} with its commands. */
@Command(name = "lbkeeper", description = "Keeps a DNS name on a live load balancer.",
        mixinStandardHelpOptions = true, versionProvider = RootCommand.Version.class, scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RunCommand.class, CheckCommand.class, PlanCommand.class, StatusCommand.class,
                DrainCommand.class, UndrainCommand.class, PauseCommand.class, ResumeCommand.class,
                SwitchoverCommand.class, LeaveCommand.class, PolicyCommand.class, NotifyTestCommand.class,
                RehearseCommand.class, LocalRoute53Command.class, DemoCommand.class, WriteManualCommand.class,
                PractiseCommand.class})
public final class RootCommand {
    static final int BROKEN = 1;
    static final int USAGE = 2;
    static final int COULD_NOT_ASK = 3;
    /** As a shell tells an end by SIGTERM. */
    static final int TERMINATED = 143;

    private RootCommand() {
    }

    /** Runs one command line and gives its exit code. */
    public static int execute(String... args) {
        return ServiceLine.in(args).map(RootCommand::serve).orElseGet(() -> new CommandLine(new RootCommand())
                .setExecutionExceptionHandler(RootCommand::explain).execute(args));
    }

    private static int serve(RunCommand service) {
        try {
            return service.call();
        } catch (Exception failure) {
            return explain(failure, new PrintWriter(System.err, true), "run");
        }
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        return explain(failure, command.getErr(), command.getCommandName());
    }

    private static int explain(Exception failure, PrintWriter err, String command) {
        if (failure instanceof RunningService.NotTold) {
            err.println(command + ": " + failure.getMessage());
            return COULD_NOT_ASK;
        }
        if (failure instanceof SettingsException || failure instanceof UsageException) {
            err.println(failure.getMessage());
            return USAGE;
        }
        err.println(command + ": " + Causes.of(failure));
        return COULD_NOT_ASK;
    }

    /** Says which version runs. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lbkeeper " + io.lbkeeper.service.Version.current()};
        }
    }
}
