package io.lbkeeper.command;

import io.lbkeeper.service.LooseEnds;
import io.lbkeeper.service.Service;
import io.lbkeeper.service.Window;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

    @Option(names = "--config", paramLabel = "FILE", defaultValue = "/etc/lbkeeper/lbkeeper.properties",
            description = "The settings (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Option(names = "--routes", paramLabel = "DIR",
            description = "The routes (default: the folder routes beside the settings, else the distribution's).")
    private Path routes;

    @Override
    public Integer call() throws UsageException, SettingsException {
        if (!Files.isReadable(config)) {
            throw new UsageException("the settings " + config.toAbsolutePath() + (Files.exists(config)
                    ? " can't be read by the user " + System.getProperty("user.name") + "; give it the right to"
                    : " can't be read: there is no such file; name it with --config "
                            + "(conf/lbkeeper.properties of the distribution is a sample)"));
        }
        RoutesFolder folder = RoutesFolder.open(routes, config, Home.folder());
        Settings settings = Settings.read(config, folder.providers());
        Thread.setDefaultUncaughtExceptionHandler(RunCommand::endOnError);
        Runtime.getRuntime().addShutdownHook(new Thread(RunCommand::endInTime));
        Optional<InstanceLock> lock = lock(settings.stateDir(), settings.node());
        LOG.info("lbkeeper {} on {} keeps {} (settings {}, routes {})", Home.version(), settings.node(),
                settings.service(), config, folder.folder());
        if (settings.dryRun()) {
            LOG.warn("lb.dry-run=true: what is decided is told as always, and no record is changed");
        }
        Main main = Service.assemble(settings, folder.folder());
        Window window = Window.open(settings, main::lookup);
        try {
            return run(main, folder);
        } finally {
            window.close();
            lock.ifPresent(RunCommand::release);
        }
    }

    private static int run(Main main, RoutesFolder folder) throws UsageException {
        LooseEnds ends = new LooseEnds();
        main.addMainListener(ends);
        main.addMainListener(new Guard(RunCommand::endOnHang));
        try {
            main.run();
        } catch (Exception e) {
            throw new UsageException("the routes in " + folder.folder() + " could not be started: " + Causes.of(e));
        }
        if (ends.found().isPresent()) {
            throw new UsageException("the routes in " + folder.folder() + " would not work: " + ends.found().get());
        }
        return main.getExitCode();
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
