package io.lbkeeper.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings of {@code lb.dns=rfc2136}, but for the secret.
 *
 * @param servers as {@code HOST} or {@code HOST:PORT}; empty for the one that the zone's SOA record names
 */
public record Rfc2136(String zone, List<String> servers, Optional<String> keyName, String keyAlgorithm) {
    public Rfc2136 {
        servers = List.copyOf(servers);
    }

    /** Empty where another provider serves the records. */
    public static Optional<Rfc2136> of(Settings settings) {
        if (!settings.provider().equals("rfc2136")) {
            return Optional.empty();
        }
        Properties all = settings.placeholders();
        String servers = all.getProperty(DeclaredRfc2136.SERVERS.name());
        return Optional.of(new Rfc2136(all.getProperty(DeclaredRfc2136.ZONE.name()),
                servers.isEmpty() ? List.of() : Arrays.asList(servers.split(",")),
                Optional.of(all.getProperty(DeclaredRfc2136.KEY_NAME.name())).filter(name -> !name.isEmpty()),
                all.getProperty(DeclaredRfc2136.KEY_ALGORITHM.name())));
    }
}
