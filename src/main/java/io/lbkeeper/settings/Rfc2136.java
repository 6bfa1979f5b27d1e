package io.lbkeeper.settings;

import java.util.List;
import java.util.Optional;

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
        return settings.provider().equals("rfc2136") ? Optional.of(of(settings.values())) : Optional.empty();
    }

    private static Rfc2136 of(Values values) {
        return new Rfc2136(values.inEffect(DeclaredRfc2136.ZONE).orElseThrow(),
                values.inEffect(DeclaredRfc2136.SERVERS), values.inEffect(DeclaredRfc2136.KEY_NAME),
                values.inEffect(DeclaredRfc2136.KEY_ALGORITHM));
    }
}
