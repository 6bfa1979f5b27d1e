package io.lbkeeper.service;

import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.http.Front;
import io.lbkeeper.http.Reply;
import io.lbkeeper.http.Resources;
import io.lbkeeper.metrics.Deeds;
import io.lbkeeper.metrics.Exposition;
import io.lbkeeper.metrics.Latencies;
import io.lbkeeper.metrics.Limits;
import io.lbkeeper.metrics.NoticeMeters;
import io.lbkeeper.metrics.Sights;
import io.lbkeeper.metrics.Standing;
import io.lbkeeper.notice.NoticeCounts;
import io.lbkeeper.propagation.Follower;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.status.Alarms;
import io.lbkeeper.status.StatusBoard;
import io.lbkeeper.timing.Watchdog;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people and programs see how the running service stands, over HTTP at {@code lb.http}. */
public final class Window implements AutoCloseable {
    /** The alarm's key. */
    static final String ALARM = "http";
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final String METERS = "meters";
    private static final String SIGHTS = "sights";
    private static final String LIMITS = "limits";

    private final Optional<Front> front;
    private final Optional<Exposition> exposition;

    private Window(Optional<Front> front, Optional<Exposition> exposition) {
        this.front = front;
        this.exposition = exposition;
    }

    /** The beans that measure. They cost nothing until a window is opened; a rehearsal opens none. */
    static Map<String, Object> meters(Settings settings, Surroundings surroundings, Cycle cycle) {
        CompositeMeterRegistry meters = new CompositeMeterRegistry();
        Map<String, Object> beans = new LinkedHashMap<>(Map.of(METERS, meters));
        if (surroundings.state().isPresent() && settings.reporting().http().isPresent()) {
            Sights sights = new Sights(meters);
            cycle.add(sights);
            cycle.add(new Deeds(meters));
            beans.put(SIGHTS, sights);
            beans.put(LIMITS, new Limits(meters, Telling.stale(settings), settings.recordsInterval()));
        }
        return beans;
    }

    /** Brings other settings to them. */
    static void goBy(Settings settings, Map<String, Object> lasting) {
        if (lasting.containsKey(LIMITS)) {
            ((Limits) lasting.get(LIMITS)).goBy(Telling.stale(settings), settings.recordsInterval());
        }
    }

    /** Those that belong to one Camel, and are made anew after an edit. */
    static Map<String, Object> renewed(Settings settings, Map<String, Object> lasting) {
        return lasting.containsKey(SIGHTS) ? Map.of("latencies",
                new Latencies((CompositeMeterRegistry) lasting.get(METERS), settings.nodes())) : Map.of();
    }

    /**
     * Opens it, if there is to be one.
     *
     * @param bean gives the service's beans by their names
     */
    public static Window open(Settings settings, Function<String, Object> bean) {
        return open(settings, bean, RETRY);
    }

    /** @param retry from one attempt at a port that is taken to the next */
    static Window open(Settings settings, Function<String, Object> bean, Duration retry) {
        if (settings.reporting().http().isEmpty()) {
            return new Window(Optional.empty(), Optional.empty());
        }
        Alarms alarms = (Alarms) bean.apply("alarms");
        StatusBoard status = (StatusBoard) bean.apply("status");
        Watchdog watchdog = (Watchdog) bean.apply("watchdog");
        Exposition exposition = exposition(settings, bean, alarms, status);
        Resources.Sources sources = new Resources.Sources(settings.node(), status::current, alarms, watchdog::hungry,
                watchdog::isStarving, () -> Reply.of(Reply.OK, Exposition.CONTENT_TYPE, exposition.write()),
                Instant::now);
        Front front = new Front(settings.reporting().http().get(), Resources.of(sources), retry,
                why -> tell(why, alarms)).open();
        // A server at all addresses tells its own as IPv6's: people know it by what they have set.
        front.address().ifPresent(bound -> announce(new InetSocketAddress(settings.reporting().http().get()
                .getAddress(), bound.getPort())));
        return new Window(Optional.of(front), Optional.of(exposition));
    }

    private static Exposition exposition(Settings settings, Function<String, Object> bean, Alarms alarms,
            StatusBoard status) {
        CompositeMeterRegistry meters = (CompositeMeterRegistry) bean.apply(METERS);
        Standing standing = new Standing(meters, status::current, ((Follower) bean.apply("follower"))::state, alarms);
        Sights sights = (Sights) bean.apply(SIGHTS);
        NoticeMeters notices = new NoticeMeters(meters, (NoticeCounts) bean.apply(Notifying.COUNTS),
                settings.reporting().channels());
        return new Exposition(meters, () -> {
            standing.look();
            notices.look();
            sights.look();
        }).buildInfo(Version.current());
    }

    /** Where it is; empty while there is none. */
    public Optional<InetSocketAddress> address() {
        return front.flatMap(Front::address);
    }

    @Override
    public void close() {
        front.ifPresent(Front::close);
        exposition.ifPresent(Exposition::close);
    }

    private static void announce(InetSocketAddress at) {
        LOG.info("The status page is at http://{}:{}/", literal(at), at.getPort());
        if (!at.getAddress().isLoopbackAddress()) {
            LOG.warn("lb.http={}:{} is open to other machines: whoever reaches it reads the status, the health and the "
                    + "metrics without a password and unencrypted. Close it by a firewall, or use 127.0.0.1 and a "
                    + "reverse proxy", literal(at), at.getPort());
        }
    }

    private static void tell(Optional<String> why, Alarms alarms) {
        if (why.isEmpty()) {
            alarms.clear(ALARM);
            LOG.info("lb.http: the port is free now, and the status page is served");
        } else if (alarms.raise(ALARM, why.get())) {
            LOG.warn(why.get());
        }
    }

    private static String literal(InetSocketAddress at) {
        String host = at.getAddress().getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
