package io.lbkeeper.settings;

import static io.lbkeeper.settings.Setting.required;
import static io.lbkeeper.settings.Setting.with;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All settings there are, each declared once: here, or where {@link #ALL} takes it from. */
final class Declared {
    /** Where {@code lbkeeper local-route53} serves unless it is told otherwise. */
    static final String LOCAL_ENDPOINT = "http://127.0.0.1:8053";

    static final Setting<String> NODE = required("lb.node", Names.label(), "The name of this node.");
    static final Setting<List<String>> NODES = required("lb.nodes", Kinds.nodes(), "The names of all nodes.");
    static final Setting<String> DOMAIN = required("lb.domain", Names.domain(),
            "The domain of the node records `<node>.<domain>`.");
    static final Setting<List<String>> SERVICE = required("lb.service", Names.services(),
            "The name that clients use; it is kept on a living node. Several names of one zone have one owner and move "
                    + "together; the first of them gives the owner record its name.");
    static final Setting<String> DNS = with("lb.dns", "route53", Names.provider(),
            "Who serves the records; `local` is Route 53's API at another endpoint, for trying things out.");
    static final Setting<Duration> TTL = with("lb.ttl", "60s", Durations.wholeSeconds("1s", "172800s"),
            "The TTL of all records that are written.");

    static final Setting<String> ADDRESS = with("lb.address", "imds", Addresses.source(),
            "Where this node learns its own address from; `imds` is AWS's instance metadata service.");
    static final Setting<Duration> ADDRESS_TIMEOUT = with("lb.address.timeout", "2s", Durations.timeout(),
            "How long asking for the own address may take.");
    static final Setting<URI> IMDS_URL = with("lb.address.imds-url", "http://169.254.169.254", Urls.url(),
            "Where the instance metadata service is, for `lb.address=imds`.");

    static final Setting<String> CHECK_URL = with("lb.check.url", "http://{address}:8404/stats;csv", Urls.template(),
            "HAProxy's stats page on the other nodes; `{address}` becomes the node's address.");
    static final Setting<URI> OWN_CHECK_URL = with("lb.check.own-url", "http://127.0.0.1:8404/stats;csv", Urls.url(),
            "HAProxy's stats page on this node; the public address may not be reachable from inside.");
    static final Setting<Optional<InetAddress>> PEER_ADDRESS = with("lb.peer.<node>.address", "",
            Addresses.literal().orNone(),
            "Check that node at this address (a private one, say) instead of at its node record's.");
    static final Setting<Optional<String>> CHECK_USER = with("lb.check.user", "", Kinds.user().orNone(),
            "The user for the stats pages, where they ask for one.").asSecret();
    static final Setting<Optional<String>> CHECK_PASSWORD = with("lb.check.password", "", Kinds.secret().orNone(),
            "The password for the stats pages.").asSecret();
    static final Setting<Boolean> PASSWORD_OVER_HTTP = with("lb.check.password-over-http", "false", Kinds.flag(),
            "Whether the password may go unencrypted to a public address.");
    static final Setting<List<String>> BACKENDS = with("lb.check.backends", "", Kinds.proxies(),
            "The backends that must be usable; empty for all that have servers.");
    static final Setting<List<String>> FRONTENDS = with("lb.check.frontends", "", Kinds.proxies(),
            "The frontends that must be open; empty for any one but the stats page's own.");
    static final Setting<Duration> INTERVAL = with("lb.check.interval", "5s", Durations.wait("100ms", "1h"),
            "From the start of one check to the start of the next.");
    static final Setting<Duration> FASTINTER = with("lb.check.fastinter", "1s", Durations.wait("100ms", "1h"),
            "The same after a failed check, until it is clear who is well.");
    static final Setting<Duration> CHECK_TIMEOUT = with("lb.check.timeout", "2s", Durations.timeout(),
            "How long one check may take, as a whole.");
    static final Setting<Integer> CONFIRMATIONS = with("lb.check.confirmations", "4", Kinds.number(0, 16),
            "So many connections race, for the second half of the timeout, before a check without an answer counts.");
    static final Setting<Integer> FALL = with("lb.check.fall", "3", Kinds.number(1, 100),
            "So many failed checks in a row, and the node counts as gone.");
    static final Setting<Integer> RISE = with("lb.check.rise", "2", Kinds.number(1, 100),
            "So many good checks in a row, and the node counts as well again.");

    static final Setting<Duration> GRACE = with("lb.grace", "2s", Durations.wait("0s", "10m"),
            "A HAProxy that comes back within this time does not cost its node the name; and after its start, a "
                    + "server that has not been checked yet counts only when it is over.");
    static final Setting<Duration> HOLD_DOWN = with("lb.hold-down", "60s", Durations.wait("0s", "24h"),
            "After a move by this node it makes no other for so long; three within ten minutes double it, up to 5m.");
    static final Setting<Duration> RECORDS_INTERVAL = with("lb.records.interval", "60s", Durations.wait("100ms", "1h"),
            "How often a standby reads the records though all is well, and the owner those of all service names.");
    static final Setting<Duration> FOLLOW_INTERVAL = with("lb.follow.interval", "5s", Durations.wait("100ms", "1h"),
            "From a change of the service record to the first time it is asked whether it is everywhere; then it takes "
                    + "twice as long each time, at most 30 s.");
    static final Setting<Duration> FOLLOW_DEADLINE = with("lb.follow.deadline", "10m", Durations.wait("0s", "24h"),
            "How long a change is followed, and after that once a minute while a name server lags; 0s for not at all.");
    static final Setting<Duration> FOLLOW_TIMEOUT = with("lb.follow.timeout", "2s", Durations.timeout(),
            "How long asking the name servers may take.");
    static final Setting<List<String>> NAME_SERVERS = with("lb.follow.name-servers", "", Servers.list(),
            "The name servers to ask directly; empty for those that the zone names.");
    static final Setting<Path> STATE_DIR = with("lb.state-dir", "/var/lib/lbkeeper", Kinds.directory(),
            "Requests to pause or drain, the lock and the last decision; safe to delete.");
    static final Setting<String> NOTICE = with("lb.notice", "auto", Kinds.choice("auto", "imds", "none"),
            "Where the cloud tells that it is going to end this machine, which is drained then: `imds` for AWS's spot "
                    + "notices and Auto Scaling groups; `auto` is `imds` with `lb.address=imds`, else `none`.");
    static final Setting<Duration> NOTICE_INTERVAL = with("lb.notice.interval", "5s", Durations.wait("1s", "1h"),
            "How often that is asked.");
    static final Setting<Optional<Duration>> WATCHDOG = with("lb.watchdog", "", Durations.wait("100ms", "24h").orNone(),
            "When no cycle has completed for so long the process ends, to be started anew; empty for twice the longest "
                    + "that one may take, at least 30 s.");
    static final Setting<Duration> RELOAD_INTERVAL = with("lb.reload.interval", "1s", Durations.waitOrNever("100ms",
            "1h"),
            "How often it is looked whether the routes or these settings were edited; 0s for never.");
    static final Setting<Optional<InetSocketAddress>> HTTP = with("lb.http", "127.0.0.1:8405", Listening.at().orNone(),
            "Where the status page, the health and the metrics are served; empty for nowhere. Who reaches it may read "
                    + "them without a password.");
    static final Setting<Boolean> DRY_RUN = with("lb.dry-run", "false", Kinds.flag(),
            "Whether to decide and log, but never to change a record.");

    static final Setting<Optional<String>> ZONE_ID = with("lb.route53.zone-id", "", Kinds.zoneId().orNone(),
            "The hosted zone of all the records; required for `lb.dns=route53` and `local`.");
    static final Setting<Optional<URI>> ENDPOINT = with("lb.route53.endpoint", "", Urls.url().orNone(),
            "Another endpoint of Route 53's API; empty for AWS's own, or for `" + LOCAL_ENDPOINT
                    + "` with `lb.dns=local`.");
    static final Setting<Duration> ROUTE53_TIMEOUT = with("lb.route53.timeout", "3s", Durations.timeout(),
            "How long one call of Route 53's API may take, with all its tries.");

    static final List<Setting<?>> CORE = List.of(NODE, NODES, DOMAIN, SERVICE, DNS, TTL, ADDRESS, ADDRESS_TIMEOUT,
            IMDS_URL, CHECK_URL, OWN_CHECK_URL, PEER_ADDRESS, CHECK_USER, CHECK_PASSWORD, PASSWORD_OVER_HTTP, BACKENDS,
            FRONTENDS, INTERVAL, FASTINTER, CHECK_TIMEOUT, CONFIRMATIONS, FALL, RISE, GRACE, HOLD_DOWN,
            RECORDS_INTERVAL, FOLLOW_INTERVAL, FOLLOW_DEADLINE, FOLLOW_TIMEOUT, NAME_SERVERS, STATE_DIR, NOTICE,
            NOTICE_INTERVAL, WATCHDOG, RELOAD_INTERVAL, HTTP, DRY_RUN, ZONE_ID, ENDPOINT, ROUTE53_TIMEOUT);
    static final List<Setting<?>> ALL = Stream.of(CORE, DeclaredChecks.ALL, DeclaredProviders.ALL,
            DeclaredRfc2136.ALL, DeclaredPowerdns.ALL, DeclaredCloudflare.ALL, DeclaredDyndns2.ALL,
            DeclaredNotices.ALL)
            .<Setting<?>>flatMap(List::stream).toList();

    private Declared() {
    }

    /** The key of {@link #PEER_ADDRESS} for one node. */
    static String peerAddress(String node) {
        return PEER_ADDRESS.name().replace("<node>", node);
    }
}
