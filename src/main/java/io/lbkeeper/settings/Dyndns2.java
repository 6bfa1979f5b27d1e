package io.lbkeeper.settings;

import java.util.List;
import java.util.Optional;

/**
 * The settings of {@code lb.dns=dyndns2}.
 *
 * @param nameServers as {@code HOST} or {@code HOST:PORT}; empty for those of the zone
 */
public record Dyndns2(String url, String user, String password, List<String> nameServers) {
    public Dyndns2 {
        nameServers = List.copyOf(nameServers);
    }

    /** Empty where another provider serves the records. */
    public static Optional<Dyndns2> of(Settings settings) {
        return settings.provider().equals("dyndns2") ? Optional.of(of(settings.values())) : Optional.empty();
    }

    private static Dyndns2 of(Values values) {
        return new Dyndns2(values.inEffect(DeclaredDyndns2.URL).orElseThrow().toString(),
                values.inEffect(DeclaredDyndns2.USER).orElseThrow(),
                values.inEffect(DeclaredDyndns2.PASSWORD).orElseThrow(),
                values.inEffect(DeclaredDyndns2.NAME_SERVERS));
    }

    @Override
    public String toString() {
        return "Dyndns2[url=" + url + ", user=" + user + "]";
    }
}
