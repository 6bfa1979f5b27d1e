package io.lbkeeper.settings;

import static io.lbkeeper.settings.Setting.with;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings of {@code lb.dns=powerdns}, each declared once. A part of {@link Declared#ALL}. */
final class DeclaredPowerdns {
    static final Setting<Optional<URI>> URL = with("lb.powerdns.url", "", ApiKinds.base().orNone(),
            "Where PowerDNS serves its HTTP API, without `/api`; required for `lb.dns=powerdns`.");
    static final Setting<String> SERVER = with("lb.powerdns.server", "localhost", ApiKinds.pathWord(),
            "The server's id in the API; PowerDNS itself knows none but `localhost`.");
    static final Setting<Optional<String>> ZONE = with("lb.powerdns.zone", "", Names.domain().orNone(),
            "The zone of all the records; required for `lb.dns=powerdns`.");
    static final Setting<Optional<String>> KEY = with("lb.powerdns.key", "", ApiKinds.key().orNone(),
            "PowerDNS's `api-key`; required for `lb.dns=powerdns`.").asSecret();

    static final List<Setting<?>> ALL = List.of(URL, SERVER, ZONE, KEY);

    private DeclaredPowerdns() {
    }
}
