package io.lbkeeper.command;

import io.lbkeeper.settings.SettingsException;
import io.lbkeeper.settings.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which service is meant: one machine may run several, each with a state directory of its own. */
final class StateOptions {
    @Option(names = "--config", paramLabel = "FILE", defaultValue = "/etc/lbkeeper/lbkeeper.properties",
            description = "The settings of the service; their lb.state-dir counts (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Option(names = "--state-dir", paramLabel = "DIR",
            description = "The state directory of the service, where the settings are not to be read.")
    private Path stateDir;

    Path stateDir() throws UsageException, SettingsException {
        if (stateDir != null) {
            return stateDir;
        }
        if (!Files.isReadable(config)) {
            throw new UsageException("the settings " + config.toAbsolutePath() + " can't be read by the user "
                    + System.getProperty("user.name") + ": name them with --config, or the state directory with "
                    + "--state-dir");
        }
        return StateDirectory.in(config);
    }
}
