package io.lbkeeper.command;

import io.lbkeeper.service.Running;
import io.lbkeeper.service.Version;
import io.lbkeeper.service.Window;
import io.lbkeeper.settings.Secrets;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import io.lbkeeper.supervision.Edition;
import io.lbkeeper.supervision.Glance;
import io.lbkeeper.supervision.Pauses;
import io.lbkeeper.supervision.RefusedException;
import io.lbkeeper.supervision.Saved;
import io.lbkeeper.supervision.Supervisor;
import io.lbkeeper.systemd.Systemd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The service. */
@Command(name = "run", description = "Runs the service in the foreground; its log goes to standard output.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended as asked", "1:ended by an error of its own; start it again",
                "2:bad usage, settings or routes", "143:ended by SIGTERM"})
public final class RunCommand implements Callable<Integer> {
    private static final Duration LONGEST_SHUTDOWN = Duration.ofMillis(1800);
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");
    /** What the process ends with when its shutdown hangs. */
    private static volatile int exitCode = RootCommand.TERMINATED;

    @Mixin
    private ConfigOptions files;

    /** Told how the service stands, once it runs. */
    private volatile Optional<Systemd> systemd = Optional.empty();

    /** For picocli, which sets the options. */
    public RunCommand() {
    }

    RunCommand(ConfigOptions files) {
        this.files = files;
    }

    @Override
    public Integer call() throws UsageException, SettingsException {
        Path config = files.config();
        if (!Files.isReadable(config)) {
            throw new UsageException("the settings " + config.toAbsolutePath() + (Files.exists(config)
                    ? " can't be read by the user " + System.getProperty("user.name") + "; give it the right to"
                    : " can't be read: there is no such file; name it with --config "
                            + "(conf/lbkeeper.properties of the distribution is a sample)"));
        }
        Edition edition = edition(RoutesFolder.open(files.routes(), config, Home.folder()).folder());
        try {
            return run(edition, Editions.settings(edition));
        } finally {
            edition.discard();
        }
    }

    private int run(Edition edition, Settings settings) throws UsageException {
        Thread.setDefaultUncaughtExceptionHandler(RunCommand::endOnError);
        Runtime.getRuntime().addShutdownHook(new Thread(RunCommand::endInTime));
        LogForms.apply(settings);
        Optional<InstanceLock> lock = lock(settings.stateDir(), settings.node());
        LOG.info("lbkeeper {} on {} keeps {} (settings {}, routes {})", Version.current(), settings.node(),
                String.join(", ", settings.services()), files.config(), edition.saved().routes());
        DroppedNames.of(settings).forEach(name -> LOG.warn("{} is no longer in lb.service: it stays where it is, and "
                + "nobody moves it any more; delete it if nobody needs it", name));
        settings.powers().shortfall().ifPresent(lacks -> LOG.warn("lb.dns={}: {}. Keep more than "
                + "one path between the nodes, or use a provider that can (providers.md)",
                settings.dns(), lacks));
        settings.checks().blindness().ifPresent(what -> LOG.warn("lb.check.kind={}: {}", settings.checks().kind(),
                what));
        if (settings.dryRun()) {
            LOG.warn("lb.dry-run=true: what is decided is told as always, and no record is changed");
        }
        Running first = Running.first(settings, edition.routes());
        Window window = Window.open(settings, first::bean);
        try (Supervisor<Running> supervisor = supervisor(edition, first)) {
            // The hook waits for nobody: endInTime sees to that.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervisor)));
            start(supervisor, edition);
            supervisor.watch(running -> running.settings().reloadInterval());
            supervisor.awaitEnd();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RootCommand.BROKEN;
        } finally {
            first.end();
            window.close();
            lock.ifPresent(RunCommand::release);
        }
    }

    private void end(Supervisor<Running> supervisor) {
        systemd.ifPresent(Systemd::stopping);
        supervisor.close();
    }

    private void start(Supervisor<Running> supervisor, Edition edition) throws UsageException {
        systemd = Systemd.of(System.getenv(), () -> Duration.ofNanos(System.nanoTime()), new Systemd.Subject(
                () -> supervisor.running().decided().map(last -> last.name() + ": " + last.reason()).orElse(""),
                () -> supervisor.running().settings().watchdog()));
        systemd.ifPresent(told -> supervisor.running().watchdog().tell(told::completed));
        try {
            supervisor.start();
        } catch (RefusedException e) {
            throw new UsageException(edition.inTheOperatorsWords(Causes.of(e)));
        }
        Running first = supervisor.running();
        first.watchdog().start(hungry -> endOnHang(Guard.reason(hungry, supervisor.running().camel())));
    }

    private Supervisor<Running> supervisor(Edition edition, Running first) {
        Glance glance = new Glance(Instant::now);
        Supervisor.Look look = running -> glance.read(files.config(), RoutesFolder.now(files.routes(), files.config(),
                running.routes()));
        return new Supervisor<>(first, edition, new Supervisor.Parts<>(look, new Editions(Checking.process()),
                new ToldEdits(first.alarms(), () -> systemd),
                failure -> Secrets.of(first.settings()).masked(Causes.of(failure))), Pauses.real());
    }

    /** A copy, so that what runs is not edited. A disk that is full is no reason to leave the name unattended. */
    private Edition edition(Path folder) throws UsageException {
        Saved saved;
        try {
            saved = Saved.read(files.config(), folder);
        } catch (IOException e) {
            throw new UsageException("the files could not be read: " + Causes.of(e));
        }
        try {
            return Edition.copyOf(saved);
        } catch (IOException e) {
            LOG.warn("no copy of the routes could be made in {} ({}): running those in {} themselves",
                    System.getProperty("java.io.tmpdir"), Causes.of(e), folder);
            return Edition.itself(saved);
        }
    }

    /** An Error ends the timer's thread for good: better no process than one that only looks alive. */
    private static void endOnError(Thread thread, Throwable failure) {
        LOG.error("{} ended by {}", thread.getName(), failure.toString(), failure);
        if (failure instanceof Error) {
            Runtime.getRuntime().halt(RootCommand.BROKEN);
        }
    }

    /** What hangs may hang in the shutdown too; {@link #endInTime} sees to that. */
    private static void endOnHang(String why) {
        LOG.error(why);
        exitCode = RootCommand.BROKEN;
        Runtime.getRuntime().exit(exitCode);
    }

    /** However long something hangs in the shutdown, the process is gone before anybody has to kill it. */
    private static void endInTime() {
        Thread last = new Thread(() -> {
            LockSupport.parkNanos(LONGEST_SHUTDOWN.toNanos());
            Runtime.getRuntime().halt(exitCode);
        }, "end-in-time");
        last.setDaemon(true);
        last.start();
    }

    /** A disk that can't be written is no reason to leave the name unattended. */
    private static Optional<InstanceLock> lock(Path stateDir, String node) throws UsageException {
        try {
            return Optional.of(InstanceLock.take(stateDir, node));
        } catch (IOException e) {
            LOG.warn("lb.state-dir={} can't be written ({}): running without a lock against a second lbkeeper here",
                    stateDir, e.toString());
            return Optional.empty();
        }
    }

    private static void release(InstanceLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock was not released: {}", e.toString());
        }
    }
}
