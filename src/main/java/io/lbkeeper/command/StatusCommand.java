package io.lbkeeper.command;

import io.lbkeeper.settings.SettingsException;
import io.lbkeeper.status.Status;
import io.lbkeeper.status.StatusJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the service on this machine stands. */
@Command(name = "status",
        description = {"Tells how the service on this machine stands: who owns the name, how each HAProxy is, what was "
                + "decided last and why, what is asked of this node, and every alarm.",
                "It reads the state directory; no port has to be open."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the service cycles, and there is no alarm", "1:there is an alarm, or the status is STALE: "
                + "the service does not cycle", "2:bad usage", "3:there is no status, or it can't be read"})
public final class StatusCommand implements Callable<Integer> {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final String CLEAR = "\033[H\033[2J";

    @Mixin
    private StateOptions service;

    @Option(names = "--json", description = "As JSON, for programs; with stale: true where the service does not cycle.")
    private boolean json;

    @Option(names = "--watch", description = "Again and again, every second, until Ctrl-C.")
    private boolean watch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException, SettingsException {
        RunningService running = new RunningService(service.stateDir());
        int code = tell(running);
        while (watch && !Thread.currentThread().isInterrupted() && !out().checkError()) {
            LockSupport.parkNanos(PACE.toNanos());
            code = tell(running);
        }
        return code;
    }

    private int tell(RunningService running) {
        try {
            Optional<Status> status = running.status();
            if (status.isEmpty()) {
                throw new RunningService.NotTold("there is no status in " + running.stateDir() + ": no lbkeeper has "
                        + "completed a cycle with this lb.state-dir; start the service, or name the right --config");
            }
            return tell(status.get(), Instant.now());
        } catch (RunningService.NotTold e) {
            spec.commandLine().getErr().println(spec.name() + ": " + e.getMessage());
            spec.commandLine().getErr().flush();
            return RootCommand.COULD_NOT_ASK;
        }
    }

    private int tell(Status status, Instant now) {
        boolean live = RunningService.isLive(status, now);
        String text = json ? StatusJson.write(status, !live) : StatusText.of(status, now, live);
        out().print((watch && !json && System.console() != null ? CLEAR : "") + text);
        out().flush();
        return live && status.alarms().isEmpty() ? 0 : RootCommand.BROKEN;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
