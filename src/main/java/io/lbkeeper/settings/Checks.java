package io.lbkeeper.settings;

import java.net.URI;
import java.util.Optional;

/**
 * How nodes are checked.
 *
 * @param kind             {@link #HAPROXY}, {@link #TCP} or {@link #PING}
 * @param peerUrl          where other nodes are looked at, with {@code {address}} in it for the host; of the scheme
 *                         {@code tcp} or {@code ping} where it is not the stats page
 * @param ownUrl           where this node is looked at
 * @param user             for stats pages that ask for one
 * @param passwordOverHttp whether the password may go unencrypted to a public address
 */
public record Checks(String kind, String peerUrl, String ownUrl, Optional<String> user, Optional<String> password,
        boolean passwordOverHttp) {
    public static final String HAPROXY = "haproxy";
    public static final String TCP = "tcp";
    public static final String PING = "ping";

    static Checks of(Values values) {
        String kind = values.inEffect(DeclaredChecks.KIND);
        return new Checks(kind, peers(kind, values), own(kind, values), values.inEffect(Declared.CHECK_USER),
                values.inEffect(Declared.CHECK_PASSWORD), values.inEffect(Declared.PASSWORD_OVER_HTTP));
    }

    /** What these checks can't see, as a sentence; empty for those that see everything. */
    public Optional<String> blindness() {
        return switch (kind) {
            case TCP -> Optional.of("a TCP check sees only that a port accepts connections: not whose port it is (a "
                    + "recycled address looks well), nor backends, nor a HAProxy that is stopping, nor another node "
                    + "that is drained or whose lbkeeper is silent");
            case PING -> Optional.of("a ping sees only a machine: neither whose it is (a recycled address looks well), "
                    + "nor whether a HAProxy runs there; the name stays on a machine whose HAProxy and lbkeeper are "
                    + "both gone");
            default -> Optional.empty();
        };
    }

    private static String peers(String kind, Values values) {
        return switch (kind) {
            case TCP -> "tcp://{address}:" + port(values).orElseThrow();
            case PING -> "ping://{address}";
            default -> values.inEffect(Declared.CHECK_URL);
        };
    }

    /** To ping itself would tell a node nothing: it looks at its own port, or at its own stats page. */
    private static String own(String kind, Values values) {
        URI page = values.inEffect(Declared.OWN_CHECK_URL);
        return kind.equals(HAPROXY) ? page.toString() : port(values).map(port -> "tcp://" + page.getHost() + ":" + port)
                .orElse(page.toString());
    }

    private static Optional<Integer> port(Values values) {
        return values.inEffect(DeclaredChecks.PORT);
    }
}
