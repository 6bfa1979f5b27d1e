package io.lbkeeper.command;

import io.lbkeeper.settings.SettingsException;
import io.lbkeeper.settings.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which service is meant: one machine may run several, each with a state directory of its own. */
final class StateOptions {
    @Option(names = "--config", paramLabel = "FILE", defaultValue = "/etc/lbkeeper/lbkeeper.properties",
            description = "The settings of the service; their lb.state-dir counts (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Option(names = "--state-dir", paramLabel = "DIR",
            description = "The state directory of the service, where the settings are not to be read.")
    private Path stateDir;

    /** The command's arguments as they were given, but for these options. */
    List<String> without(CommandSpec spec) {
        List<String> given = new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        for (String option : List.of("--config", "--state-dir")) {
            given.removeIf(word -> word.startsWith(option + "="));
            int at = given.indexOf(option);
            if (at >= 0) {
                given.subList(at, at + 2).clear();
            }
        }
        return given;
    }

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
