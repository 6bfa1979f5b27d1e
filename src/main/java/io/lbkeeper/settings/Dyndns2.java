package io.lbkeeper.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

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
        if (!settings.provider().equals("dyndns2")) {
            return Optional.empty();
        }
        Properties all = settings.placeholders();
        String servers = all.getProperty(DeclaredDyndns2.NAME_SERVERS.name());
        return Optional.of(new Dyndns2(all.getProperty(DeclaredDyndns2.URL.name()),
                all.getProperty(DeclaredDyndns2.USER.name()), all.getProperty(DeclaredDyndns2.PASSWORD.name()),
                servers.isEmpty() ? List.of() : Arrays.asList(servers.split(","))));
    }

    @Override
    public String toString() {
        return "Dyndns2[url=" + url + ", user=" + user + "]";
    }
}
