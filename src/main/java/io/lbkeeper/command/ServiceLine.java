package io.lbkeeper.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The plain command line of the service, {@code run [--config FILE] [--routes DIR]}, read without picocli: its classes
 * and what it knows of all commands would stay in memory for as long as the service runs. Every other line is picocli's.
 */
final class ServiceLine {
    private static final String CONFIG = "--config";
    private static final String ROUTES = "--routes";

    private ServiceLine() {
    }

    /** The service, if this line asks for it and for nothing else. */
    static Optional<RunCommand> in(String... args) {
        if (args.length % 2 == 0 || !args[0].equals("run")) {
            return Optional.empty();
        }
        Map<String, Path> named = new HashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            String value = args[i + 1];
            if (!Set.of(CONFIG, ROUTES).contains(args[i]) || named.containsKey(args[i]) || value.isEmpty()
                    || "-@".indexOf(value.charAt(0)) >= 0) {
                return Optional.empty();
            }
            named.put(args[i], Path.of(value));
        }
        return Optional.of(new RunCommand(new ConfigOptions(named.getOrDefault(CONFIG,
                Path.of(ConfigOptions.FALLBACK)), named.get(ROUTES))));
    }
}
