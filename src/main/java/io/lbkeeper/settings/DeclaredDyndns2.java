package io.lbkeeper.settings;

import static io.lbkeeper.settings.Setting.with;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings of {@code lb.dns=dyndns2}, each declared once. A part of {@link Declared#ALL}. */
final class DeclaredDyndns2 {
    static final Setting<Optional<URI>> URL = with("lb.dyndns2.url", "", Urls.url().orNone(),
            "Where updates go, such as https://members.dyndns.org/nic/update; required for `lb.dns=dyndns2`. It is "
                    + "https, but on this machine and at private addresses.");
    static final Setting<Optional<String>> USER = with("lb.dyndns2.user", "", Kinds.user().orNone(),
            "The user there; required for `lb.dns=dyndns2`.");
    static final Setting<Optional<String>> PASSWORD = with("lb.dyndns2.password", "", Kinds.secret().orNone(),
            "The password there, or the key for updates; required for `lb.dns=dyndns2`.").asSecret();
    static final Setting<List<String>> NAME_SERVERS = with("lb.dyndns2.name-servers", "", Servers.list(),
            "The name servers to read the records from; empty for those that this machine's resolver tells of the "
                    + "zone.");

    static final List<Setting<?>> ALL = List.of(URL, USER, PASSWORD, NAME_SERVERS);

    private DeclaredDyndns2() {
    }
}
