package io.lbkeeper.command;

import io.lbkeeper.rehearsal.routes.RouteLevel;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which routes and which settings are rehearsed. */
final class RehearsedOptions {
    private static final Path USUAL = Path.of("/etc/lbkeeper/lbkeeper.properties");
    private static final int PAIR = 2;

    @Option(names = "--config", paramLabel = "FILE",
            description = "The settings of any one node; the others' are taken to be the same (default: "
                    + "/etc/lbkeeper/lbkeeper.properties, and where that is not there, the defaults of a pair).")
    private Path config;

    @Option(names = "--routes", paramLabel = "DIR",
            description = "The routes (default: the folder routes beside the settings, else the distribution's).")
    private Path routes;

    @Option(names = "--core",
            description = "Rehearses the decisions alone, without the routes: for a DNS provider whose requests are "
                    + "not simulated, by what its change kamelet says that it can do.")
    private boolean core;

    Rehearsed read() throws UsageException, SettingsException {
        Optional<Path> file = Optional.ofNullable(config).or(() -> Optional.of(USUAL).filter(Files::exists));
        if (file.isPresent() && !(Files.isReadable(file.get()) && Files.isRegularFile(file.get()))) {
            throw new UsageException("the settings " + file.get().toAbsolutePath() + " can't be read: there is no such "
                    + "file, or " + System.getProperty("user.name") + " may not read it; name another with --config");
        }
        RoutesFolder folder = RoutesFolder.open(routes, file.orElse(USUAL), Home.folder());
        if (file.isEmpty()) {
            return new Rehearsed(Cluster.ofDefaults(PAIR), folder.folder(), core,
                    "the defaults (there is no --config, "
                    + "and no " + USUAL + ")");
        }
        Settings settings = folder.read(file.get());
        judge(settings);
        return new Rehearsed(Cluster.of(settings), folder.folder(), core,
                file.get().toAbsolutePath().normalize().toString());
    }

    private void judge(Settings settings) throws UsageException {
        if (settings.nodes().size() < PAIR) {
            throw new UsageException("lb.nodes=" + String.join(",", settings.nodes()) + ": there is nothing to "
                    + "rehearse with one node, which never moves the name; name two or more");
        }
        if (!core && !RouteLevel.providers().contains(settings.dns())) {
            throw new UsageException("lb.dns=" + settings.dns() + ": a rehearsal knows no provider of that name, and "
                    + "nobody would answer its kamelets; add --core to rehearse the decisions alone, or rehearse "
                    + "all else with a copy of the settings, with "
                    + "lb.dns=local and lb.route53.zone-id=ZREHEARSAL (it can play "
                    + String.join(", ", RouteLevel.providers()) + ")");
        }
        if (settings.dryRun()) {
            throw new UsageException("lb.dry-run=true: nothing would ever be changed, in no scenario; rehearse a copy "
                    + "of the settings with lb.dry-run=false. A rehearsal touches nothing real");
        }
    }

    /** These options as they have to be given again, each after a space. */
    String again() {
        return (core ? " --core" : "") + (routes == null ? "" : " --routes " + quoted(routes))
                + (config == null ? "" : " --config " + quoted(config));
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./:@%+=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
