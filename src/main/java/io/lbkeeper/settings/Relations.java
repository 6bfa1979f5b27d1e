package io.lbkeeper.settings;

import static io.lbkeeper.settings.Declared.ADDRESS_TIMEOUT;
import static io.lbkeeper.settings.Declared.CHECK_PASSWORD;
import static io.lbkeeper.settings.Declared.CHECK_TIMEOUT;
import static io.lbkeeper.settings.Declared.CHECK_USER;
import static io.lbkeeper.settings.Declared.DNS;
import static io.lbkeeper.settings.Declared.DOMAIN;
import static io.lbkeeper.settings.Declared.FASTINTER;
import static io.lbkeeper.settings.Declared.INTERVAL;
import static io.lbkeeper.settings.Declared.NODE;
import static io.lbkeeper.settings.Declared.NODES;
import static io.lbkeeper.settings.Declared.PEER_ADDRESS;
import static io.lbkeeper.settings.Declared.RECORDS_INTERVAL;
import static io.lbkeeper.settings.Declared.ROUTE53_TIMEOUT;
import static io.lbkeeper.settings.Declared.SERVICE;
import static io.lbkeeper.settings.Declared.WATCHDOG;

import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold between settings. A relation is judged only when all its values are good by themselves. */
final class Relations {
    /** The timer that starts cycles cannot usefully go faster. */
    private static final Duration SHORTEST_TICK = Duration.ofMillis(100);

    /** A machine under load may take so long for what usually takes no time. */
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(30);

    private static final int ADDRESS_REQUESTS = 2;
    private static final int API_CALLS = 3;
    private static final int CHECK_REQUESTS = 4;

    private final Judgement judgement;
    private final Values values;

    private Relations(Judgement judgement) {
        this.judgement = judgement;
        this.values = judgement.values();
    }

    static void judge(Judgement judgement, Set<String> providers) {
        Relations relations = new Relations(judgement);
        relations.judgeNames();
        relations.judgePeers();
        ProviderRelations.judge(judgement, providers);
        relations.judgeCredentials();
        relations.judgeKind();
        relations.judgeTimeouts();
        relations.judgePaces();
        relations.judgeWatchdog();
    }

    /**
     * From the start of one cycle to the end of the next, when everything that is asked answers as late as it may: two
     * requests for the own address, two reads and a change, and a check with a login that is confirmed by another.
     */
    static Optional<Duration> longestCycle(Values values) {
        return values.get(INTERVAL).flatMap(interval -> values.get(ADDRESS_TIMEOUT).flatMap(address ->
                values.get(apiTimeout(values)).flatMap(api -> values.get(CHECK_TIMEOUT).map(check ->
                        interval.plus(address.multipliedBy(ADDRESS_REQUESTS)).plus(api.multipliedBy(API_CALLS))
                                .plus(check.multipliedBy(CHECK_REQUESTS))))));
    }

    /** How long no cycle may have completed where nothing else is said. */
    static Duration patience(Duration longestCycle) {
        Duration twice = longestCycle.multipliedBy(2);
        return twice.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : twice;
    }

    /** The setting that says how long one call of the provider's API may take. */
    static Setting<Duration> apiTimeout(Values values) {
        return values.get(DNS).filter(dns -> !ProviderRelations.isOfRoute53(dns)).isPresent()
                ? DeclaredProviders.TIMEOUT : ROUTE53_TIMEOUT;
    }

    static Duration commonDivisor(Duration a, Duration b) {
        return Duration.ofMillis(BigInteger.valueOf(a.toMillis()).gcd(BigInteger.valueOf(b.toMillis())).longValue());
    }

    private void judgeNames() {
        Optional<List<String>> nodes = values.get(NODES);
        Optional<String> node = values.get(NODE);
        if (nodes.isPresent() && node.isPresent() && !nodes.get().contains(node.get())) {
            judgement.blame("is not among the nodes", "one of lb.nodes=" + String.join(",", nodes.get()), NODE.name());
        }
        List<String> services = values.get(SERVICE).orElse(List.of());
        judgeServices(services);
        Optional<String> domain = values.get(DOMAIN);
        if (nodes.isEmpty() || domain.isEmpty()) {
            return;
        }
        for (String one : nodes.get()) {
            String record = one + "." + domain.get();
            if (services.contains(record)) {
                judgement.blame((services.size() > 1 ? "has " + record + ", which " : "")
                        + "is the name of a node record", "a name that is no <node>.<domain>", SERVICE.name());
            }
            if (record.length() > Names.LONGEST_NAME_CHARS) {
                judgement.blame("makes the node record of " + one + " longer than " + Names.LONGEST_NAME_CHARS
                        + " characters", "shorter names", DOMAIN.name(), NODES.name());
            }
        }
    }

    /** Which zone it is, is known online only; but names without a common end are in no one zone. */
    private void judgeServices(List<String> services) {
        for (String name : services) {
            if (!tld(name).equals(tld(services.get(0)))) {
                judgement.blame("has " + services.get(0) + " and " + name + ", which can't be in one hosted zone",
                        "names of the one zone lb.route53.zone-id, since one batch moves them all", SERVICE.name());
                return;
            }
        }
    }

    private static String tld(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void judgePeers() {
        Map<InetAddress, String> owners = new HashMap<>();
        for (String peer : judgement.peersWithAddress()) {
            String key = Declared.peerAddress(peer);
            if (values.get(NODE).filter(peer::equals).isPresent()) {
                judgement.blame("is for this node itself", "another node of lb.nodes; this one is checked at "
                        + "lb.check.own-url", key);
            } else if (values.get(NODES).filter(nodes -> !nodes.contains(peer)).isPresent()) {
                judgement.blame("is for a node that is not among the nodes", "a node of lb.nodes="
                        + String.join(",", values.get(NODES).get()), key);
            }
            values.get(PEER_ADDRESS, key).flatMap(address -> address).ifPresent(address -> {
                String other = owners.putIfAbsent(address, peer);
                if (other != null) {
                    judgement.blame("is the address of " + other + " too", "one address for each node", key);
                }
            });
        }
    }

    private void judgeCredentials() {
        Optional<Optional<String>> user = values.get(CHECK_USER);
        Optional<Optional<String>> password = values.get(CHECK_PASSWORD);
        if (user.isPresent() && password.isPresent() && user.get().isPresent() != password.get().isPresent()) {
            boolean onlyUser = user.get().isPresent();
            judgement.blame(onlyUser ? "has no lb.check.password beside it" : "has no lb.check.user beside it",
                    "both or neither", onlyUser ? CHECK_USER.name() : CHECK_PASSWORD.name());
        }
    }

    private void judgeKind() {
        if (values.get(DeclaredChecks.KIND).filter(Checks.TCP::equals).isPresent()
                && values.get(DeclaredChecks.PORT).filter(Optional::isEmpty).isPresent()) {
            judgement.blame("is missing for lb.check.kind=tcp", "a whole number from 1 to 65535",
                    DeclaredChecks.PORT.name());
        }
    }

    /**
     * Nothing that a cycle waits for may outlast the time to the next cycle. Then two calls of the API, a read
     * and a change, end within two intervals: after more than that a node takes itself for one that was paused.
     */
    private void judgeTimeouts() {
        for (Setting<Duration> timeout : List.of(CHECK_TIMEOUT, ADDRESS_TIMEOUT, apiTimeout(values))) {
            if (compare(timeout, INTERVAL) >= 0) {
                blame(timeout, "is not shorter", INTERVAL, timeout.name() + " shorter than " + INTERVAL.name());
            }
        }
    }

    private void judgePaces() {
        atMost(FASTINTER, INTERVAL);
        atMost(INTERVAL, RECORDS_INTERVAL);
        Optional<Duration> interval = values.get(INTERVAL);
        Optional<Duration> fastinter = values.get(FASTINTER);
        if (interval.isPresent() && fastinter.isPresent()) {
            Duration tick = commonDivisor(interval.get(), fastinter.get());
            if (tick.compareTo(SHORTEST_TICK) < 0) {
                judgement.blame("has only " + tick.toMillis() + "ms as the common divisor of " + told(INTERVAL)
                        + " and " + told(FASTINTER) + ", by which the timer would tick", "a common divisor of at least "
                        + SHORTEST_TICK.toMillis() + "ms, as 5s and 1s have", FASTINTER.name(), INTERVAL.name());
            }
        }
    }

    private void judgeWatchdog() {
        Optional<Duration> limit = values.get(WATCHDOG).flatMap(set -> set);
        Optional<Duration> longest = longestCycle(values);
        if (limit.isPresent() && longest.isPresent() && limit.get().compareTo(longest.get()) < 0) {
            judgement.blame("is shorter than a cycle may take", "at least " + longest.get().toMillis() + "ms: "
                    + INTERVAL.name() + " + " + ADDRESS_REQUESTS + " x " + ADDRESS_TIMEOUT.name() + " + " + API_CALLS
                    + " x " + apiTimeout(values).name() + " + " + CHECK_REQUESTS + " x " + CHECK_TIMEOUT.name()
                    + "; or empty", WATCHDOG.name());
        }
    }

    private void atMost(Setting<Duration> small, Setting<Duration> large) {
        if (compare(small, large) > 0) {
            blame(small, "is longer", large, small.name() + " at most " + large.name());
        }
    }

    /** Of two keys that do not fit the later one in the file is blamed, and the message reads from its side. */
    private void blame(Setting<Duration> small, String relation, Setting<Duration> large, String allowed) {
        boolean smallIsLater = judgement.lineOf(small.name()) >= judgement.lineOf(large.name());
        String wrong = smallIsLater ? relation + " than " + told(large) : told(small) + " " + relation;
        judgement.blame(wrong, allowed, small.name(), large.name());
    }

    /** Below zero also when one of them is unknown. */
    private int compare(Setting<Duration> small, Setting<Duration> large) {
        Optional<Duration> a = values.get(small);
        Optional<Duration> b = values.get(large);
        return a.isPresent() && b.isPresent() ? a.get().compareTo(b.get()) : -1;
    }

    private String told(Setting<Duration> setting) {
        String key = setting.name();
        return key + "=" + values.text(key).orElseThrow() + (judgement.lineOf(key) < 0 ? " (the default)" : "");
    }
}
