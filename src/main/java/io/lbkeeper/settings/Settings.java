package io.lbkeeper.settings;

import io.lbkeeper.decision.Powers;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The settings in effect: all judged, defaults filled in. What each means is declared in {@code Declared} and told
 * in {@code settings.md}.
 */
public final class Settings {
    private final Values values;
    private final Map<String, String> passedOn;
    private final Powers powers;

    private Settings(Values values, Map<String, String> passedOn, Powers powers) {
        this.values = values;
        this.powers = powers;
        this.passedOn = Map.copyOf(passedOn);
    }

    /**
     * Reads a settings file.
     *
     * @param providers the names of the operator's own pairs of {@code dns-<name>-…-action} kamelets
     * @throws SettingsException with all problems, if there is any
     */
    public static Settings read(Path file, Set<String> providers) throws SettingsException {
        return judge(PropertiesFile.read(file, file.toString()), providers, Optional.empty(), System::getenv);
    }

    /**
     * The same for a copy of a file; messages name the original.
     *
     * @param channels the names of all kamelets {@code notify-<name>-action}
     */
    public static Settings read(Path copy, Path original, Set<String> providers, Set<String> channels)
            throws SettingsException {
        return judge(PropertiesFile.read(copy, original.toString()), providers, Optional.of(channels), System::getenv);
    }

    /** The same for settings in no file; {@code source} names them in messages. */
    public static Settings of(Map<String, String> values, String source, Set<String> providers)
            throws SettingsException {
        return judge(PropertiesFile.of(values, source), providers, Optional.empty(), System::getenv);
    }

    static Settings judge(PropertiesFile file, Set<String> providers, Optional<Set<String>> channels,
            UnaryOperator<String> environment) throws SettingsException {
        Judgement judgement = new Judgement(file, new References(environment));
        Relations.judge(judgement, providers);
        NoticeRelations.judge(judgement, channels);
        if (!judgement.problems().isEmpty()) {
            throw new SettingsException(judgement.problems());
        }
        return new Settings(judgement.values(), judgement.passedOn(), Powers.FULL);
    }

    /** The same for another of the nodes, as they would stand in its own file. */
    public Settings forNode(String other) {
        if (!nodes().contains(other)) {
            throw new IllegalArgumentException("there is no node " + other + " in lb.nodes="
                    + String.join(",", nodes()));
        }
        return new Settings(values.with(Declared.NODE, other), passedOn, powers);
    }

    /** The same with nobody to tell but the log, and that only what is news. */
    public Settings untold() {
        return new Settings(values.with(DeclaredNotices.NOTIFY, "").with(DeclaredNotices.LOG_SUMMARY, "0s"), passedOn,
                powers);
    }

    /** The same with these channels only. */
    public Settings toldOver(List<String> channels) {
        return new Settings(values.with(DeclaredNotices.NOTIFY, String.join(",", channels)), passedOn, powers);
    }

    /** The same with a DNS provider that can do this; without being told, it can do all. */
    public Settings with(Powers other) {
        return new Settings(values, passedOn, other);
    }

    public Powers powers() {
        return powers;
    }

    /**
     * All {@code lb.*} settings with what is in effect, those that follow from them, options of Camel's components
     * that follow from them, and the keys that are none of ours. It holds secrets.
     */
    public Properties placeholders() {
        return Placeholders.of(this, values, passedOn);
    }

    public String node() {
        return get(Declared.NODE);
    }

    /** This node among them, in the file's order. */
    public List<String> nodes() {
        return get(Declared.NODES);
    }

    /** All nodes but this one. */
    public List<String> peers() {
        return nodes().stream().filter(other -> !other.equals(node())).toList();
    }

    public String domain() {
        return get(Declared.DOMAIN);
    }

    /** The first of {@link #services()}, by which the owner record is named. */
    public String service() {
        return services().get(0);
    }

    /** All names that clients use, in the file's order. */
    public List<String> services() {
        return get(Declared.SERVICE);
    }

    /** As set: {@code route53}, {@code local} or an operator's own. */
    public String dns() {
        return get(Declared.DNS);
    }

    /** The middle of the kamelets' names: {@code local} uses those of {@code route53}. */
    public String provider() {
        return dns().equals("local") ? "route53" : dns();
    }

    public Duration ttl() {
        return get(Declared.TTL);
    }

    public AddressSource address() {
        return Addresses.sourceOf(get(Declared.ADDRESS), get(Declared.IMDS_URL));
    }

    public Duration addressTimeout() {
        return get(Declared.ADDRESS_TIMEOUT);
    }

    /** With {@code {address}} in it for the host; an IPv6 address needs brackets there. */
    public String checkUrl() {
        return get(Declared.CHECK_URL);
    }

    public URI ownCheckUrl() {
        return get(Declared.OWN_CHECK_URL);
    }

    /** Where to check that peer instead of at its node record's address. */
    public Optional<InetAddress> peerAddress(String peer) {
        return values.get(Declared.PEER_ADDRESS, Declared.peerAddress(peer)).flatMap(address -> address);
    }

    public Checks checks() {
        return Checks.of(values);
    }

    /** Empty for all that have servers. */
    public List<String> backends() {
        return get(Declared.BACKENDS);
    }

    /** Empty for any but the stats page's own. */
    public List<String> frontends() {
        return get(Declared.FRONTENDS);
    }

    public Duration interval() {
        return get(Declared.INTERVAL);
    }

    public Duration fastinter() {
        return get(Declared.FASTINTER);
    }

    /** The timer's period: the longest one that both paces are whole multiples of. */
    public Duration tick() {
        return Relations.commonDivisor(interval(), fastinter());
    }

    public Duration checkTimeout() {
        return get(Declared.CHECK_TIMEOUT);
    }

    /** How many connections race after one without an answer. */
    public int confirmations() {
        return get(Declared.CONFIRMATIONS);
    }

    /** How long one connection of a check may take: half of the time, if a race may have to follow it. */
    public Duration connectionTimeout() {
        return confirmations() == 0 ? checkTimeout() : checkTimeout().dividedBy(2);
    }

    public int fall() {
        return get(Declared.FALL);
    }

    public int rise() {
        return get(Declared.RISE);
    }

    public Duration grace() {
        return get(Declared.GRACE);
    }

    public Duration holdDown() {
        return get(Declared.HOLD_DOWN);
    }

    public Duration recordsInterval() {
        return get(Declared.RECORDS_INTERVAL);
    }

    /** From a change to the first time it is asked about. */
    public Duration followInterval() {
        return get(Declared.FOLLOW_INTERVAL);
    }

    /** Zero for not following changes. */
    public Duration followDeadline() {
        return get(Declared.FOLLOW_DEADLINE);
    }

    /** As {@code HOST} or {@code HOST:PORT}; empty for the zone's own. */
    public List<String> nameServers() {
        return get(Declared.NAME_SERVERS);
    }

    public Path stateDir() {
        return get(Declared.STATE_DIR);
    }

    /** How long no cycle may have completed. */
    public Duration watchdog() {
        return get(Declared.WATCHDOG).orElseGet(() -> Relations.patience(longestCycle()));
    }

    /** The longest that may lawfully pass from one start of a cycle to the end of the next. */
    public Duration longestCycle() {
        return Relations.longestCycle(values).orElseThrow();
    }

    /** How often it is looked whether files were edited; zero for never. */
    public Duration reloadInterval() {
        return get(Declared.RELOAD_INTERVAL);
    }

    public boolean dryRun() {
        return get(Declared.DRY_RUN);
    }

    /** Always there for {@code route53} and {@code local}. */
    public Optional<String> zoneId() {
        return get(Declared.ZONE_ID);
    }

    /** Empty for AWS's own. */
    public Optional<URI> endpoint() {
        return get(Declared.ENDPOINT).or(() -> Optional.of(Declared.LOCAL_ENDPOINT).map(URI::create)
                .filter(local -> dns().equals("local")));
    }

    /** How long one call of the provider's API may take, with all its tries. */
    public Duration apiTimeout() {
        return get(Relations.apiTimeout(values));
    }

    public Reporting reporting() {
        return Reporting.of(values);
    }

    /** For the parts that are read into records of their own. */
    Values values() {
        return values;
    }

    private <T> T get(Setting<T> setting) {
        return values.inEffect(setting);
    }
}
