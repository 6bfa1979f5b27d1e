package io.lbkeeper.command;

import io.lbkeeper.cycle.Ear;
import io.lbkeeper.service.FirstLook;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which settings and routes a command is about: the same options, with the same defaults, as the service has. */
final class ConfigOptions {
    static final String FALLBACK = "/etc/lbkeeper/lbkeeper.properties";

    @Option(names = "--config", paramLabel = "FILE", defaultValue = FALLBACK,
            description = "The settings (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Option(names = "--routes", paramLabel = "DIR",
            description = "The routes (default: the folder routes beside the settings, else the distribution's).")
    private Path routes;

    /** For picocli, which sets them. */
    ConfigOptions() {
    }

    /** @param routes null where they are not named */
    ConfigOptions(Path config, Path routes) {
        this.config = config;
        this.routes = routes;
    }

    Path config() {
        return config;
    }

    /** As named; null where they are not. */
    Path routes() {
        return routes;
    }

    RoutesFolder folder() throws UsageException {
        if (!Files.isReadable(config) || Files.isDirectory(config)) {
            throw new UsageException("the settings " + config.toAbsolutePath() + " can't be read by the user "
                    + System.getProperty("user.name") + ": " + (Files.isDirectory(config) ? "it is a folder"
                            : Files.exists(config) ? "give it the right to" : "there is no such file")
                    + "; name another with --config");
        }
        return RoutesFolder.open(routes, config, Home.folder());
    }

    Settings settings(RoutesFolder folder) throws SettingsException {
        return folder.read(config);
    }

    /** The service's routes, loaded and not running. */
    static FirstLook load(Settings settings, RoutesFolder folder, Ear ear) throws UsageException {
        try {
            return FirstLook.start(settings, folder.folder(), ear);
        } catch (RuntimeException e) {
            throw new UsageException("the routes in " + folder.folder() + " could not be loaded: " + Causes.of(e));
        }
    }
}
