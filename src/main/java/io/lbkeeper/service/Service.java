package io.lbkeeper.service;

import io.lbkeeper.cycle.AddressStep;
import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.cycle.Ear;
import io.lbkeeper.cycle.Introduction;
import io.lbkeeper.cycle.Login;
import io.lbkeeper.cycle.NoticeStep;
import io.lbkeeper.cycle.Rfc2136Step;
import io.lbkeeper.cycle.Route53Step;
import io.lbkeeper.cycle.Sites;
import io.lbkeeper.cycle.StatsStep;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.notice.Courier;
import io.lbkeeper.notice.Deliveries;
import io.lbkeeper.notice.NoticeCounts;
import io.lbkeeper.observation.StatsRules;
import io.lbkeeper.plain.PlainConverters;
import io.lbkeeper.plain.PlainStep;
import io.lbkeeper.propagation.Follower;
import io.lbkeeper.settings.Checks;
import io.lbkeeper.settings.Rfc2136;
import io.lbkeeper.settings.Secrets;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SharedSettings;
import io.lbkeeper.status.Alarms;
import io.lbkeeper.timing.Watchdog;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** Puts the service together: the settings, the beans that the routes call, and the routes. */
public final class Service {
    static final String LINES = "lines";

    private Service() {
    }

    /** A Camel that runs the routes of this folder for these settings, ready to be started. */
    public static Main assemble(Settings settings, Path routes) {
        return assemble(settings, routes, Surroundings.ofThisMachine(Optional.of(settings.stateDir())));
    }

    /** The same in other surroundings than this machine's. */
    public static Main assemble(Settings settings, Path routes, Surroundings surroundings) {
        return assemble(settings, routes, surroundings, beans(settings, surroundings));
    }

    static Main assemble(Settings settings, Path routes, Surroundings surroundings, Map<String, Object> beans) {
        Main main = new Main();
        main.configure().setName(settings.node());
        main.setInitialProperties(camelDefaults(routes, settings));
        main.setOverrideProperties(settings.placeholders());
        main.bind("timer", surroundings.timer());
        String follow = "dns-" + settings.provider() + "-follow-action";
        if (!Files.exists(routes.resolve("kamelets").resolve(follow + ".kamelet.yaml"))) {
            main.configure().addRoutesBuilder(nobodyToFollow(follow));
        }
        beans.forEach(main::bind);
        Notifying.addLanes(main, settings, (Deliveries) beans.get(Notifying.DELIVERIES), settings.reporting().tries());
        return main;
    }

    /**
     * A Camel with nothing in it but what delivers notices, to try that out: one try each.
     *
     * @param deliveries is told what becomes of them
     */
    public static Main assembleDelivery(Settings settings, Path routes, Deliveries deliveries) {
        Surroundings surroundings = Surroundings.ofThisMachine(Optional.empty());
        Main main = new Main();
        main.configure().setName(settings.node());
        main.setInitialProperties(camelDefaults(routes, settings));
        main.setOverrideProperties(settings.placeholders());
        main.addOverrideProperty("camel.main.routesIncludePattern", "file:" + routes + "/deliver-notice.camel.yaml");
        beans(settings, surroundings).forEach(main::bind);
        main.bind("courier", new Courier(settings.reporting().channels(), deliveries, new NoticeCounts()));
        Notifying.addLanes(main, settings, deliveries, 1);
        return main;
    }

    /** The beans that the routes call, by their names; they remember nothing yet. */
    public static Map<String, Object> beans(Settings settings, Surroundings surroundings) {
        Map<String, Object> beans = lasting(settings, surroundings);
        beans.putAll(renewed(settings, surroundings, beans));
        return beans;
    }

    /** Those that remember something, and so outlive an edit. */
    static Map<String, Object> lasting(Settings settings, Surroundings surroundings) {
        Map<String, Object> beans = new LinkedHashMap<>();
        Cycle cycle = new Cycle(rules(settings), sites(settings, surroundings), settings.tick(),
                surroundings.clock(), surroundings.nonces());
        cycle.wokenBy(surroundings.waker());
        beans.put("cycle", cycle);
        beans.put(LINES, surroundings.lines().apply(cycle::ended));
        beans.put("watchdog", new Watchdog(settings.watchdog(), surroundings.clock()));
        Follower follower = new Follower(settings.services(), settings.nameServers(), settings.followInterval(),
                followDeadline(settings, surroundings), surroundings.clock());
        beans.put("follower", follower);
        beans.putAll(Telling.beans(settings, surroundings, cycle, follower));
        beans.putAll(Window.meters(settings, surroundings, cycle));
        return beans;
    }

    /** Brings other settings to them. */
    static void goBy(Settings settings, Surroundings surroundings, Map<String, Object> lasting) {
        Cycle cycle = (Cycle) lasting.get("cycle");
        cycle.goBy(rules(settings), sites(settings, surroundings), settings.tick());
        ((Watchdog) lasting.get("watchdog")).goBy(settings.watchdog());
        ((Follower) lasting.get("follower")).goBy(settings.nameServers(), settings.followInterval(),
                followDeadline(settings, surroundings));
        Telling.goBy(settings, lasting);
        Window.goBy(settings, lasting);
    }

    /** Those that know nothing but the settings, and are made anew after an edit. */
    static Map<String, Object> renewed(Settings settings, Surroundings surroundings, Map<String, Object> lasting) {
        Map<String, Object> beans = new LinkedHashMap<>();
        Cycle cycle = (Cycle) lasting.get("cycle");
        beans.putAll(Window.renewed(settings, lasting));
        beans.put("nameServers", surroundings.nameServers().orElse((question, deadline) -> List.of()));
        SharedSettings shared = SharedSettings.of(settings);
        beans.put("stats", stats(settings, introduction(settings, shared, cycle::isLeaving),
                new PeerSettings(settings.node(), shared, (Alarms) lasting.get("alarms"))
                        .withoutAlarmsOfOthers(settings.nodes())));
        beans.put("probe", surroundings.probe());
        beans.put("ownAddress", new AddressStep(surroundings.interfaces()));
        beans.put("notice", new NoticeStep());
        beans.put("route53", new Route53Step());
        beans.put("dyndns2", Dyndns2Beans.of(settings, surroundings));
        beans.put("rfc2136", new Rfc2136Step(Rfc2136.of(settings).map(Rfc2136::zone).orElse("")));
        beans.put("httpDeadline", surroundings.http());
        beans.put("enumConverters", new EnumConverters());
        beans.put("plain", new PlainStep(Secrets.of(settings)::masked));
        beans.put("plainConverters", new PlainConverters());
        beans.putAll(Notifying.renewed(settings, lasting));
        return beans;
    }

    /** A DNS provider is a pair of kamelets; the third one, which follows a change, is given where it has none. */
    private static RouteBuilder nobodyToFollow(String kamelet) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate(kamelet).from("kamelet:source").setBody().constant(
                        Answer.absent("there is no kamelet " + kamelet));
            }
        };
    }

    static StatsStep stats(Settings settings, Introduction introduction, Ear ear) {
        return new StatsStep(new StatsRules(settings.backends(), settings.frontends(), settings.grace()),
                login(settings), introduction, ear);
    }

    private static Introduction introduction(Settings settings, SharedSettings shared, BooleanSupplier leaving) {
        return settings.dryRun() ? Introduction.ofDryRun(leaving)
                : Introduction.ofService(leaving, settings.stateDir(), shared.told());
    }

    private static Duration followDeadline(Settings settings, Surroundings surroundings) {
        return surroundings.nameServers().map(servers -> settings.followDeadline()).orElse(Duration.ZERO);
    }

    static Rules rules(Settings settings) {
        return new Rules(settings.node(), settings.nodes(), settings.domain(), settings.services(), settings.ttl(),
                settings.interval(), settings.fastinter(), settings.fall(), settings.rise(), settings.grace(),
                settings.holdDown(), settings.recordsInterval(), settings.powers());
    }

    static Sites sites(Settings settings, Surroundings surroundings) {
        Map<String, String> fixed = new HashMap<>();
        settings.peers().forEach(peer -> settings.peerAddress(peer).map(InetAddress::getHostAddress)
                .ifPresent(address -> fixed.put(peer, address)));
        return new Sites(settings.checks().ownUrl(), settings.checks().peerUrl(), fixed,
                surroundings.interfaces()::have);
    }

    private static Optional<Login> login(Settings settings) {
        Checks checks = settings.checks();
        return checks.user().map(user -> new Login(user, checks.password().orElse(""), checks.passwordOverHttp()));
    }

    /** What an operator may override in lbkeeper.properties, key by key. */
    private static Properties camelDefaults(Path routes, Settings settings) {
        Properties camel = new Properties();
        camel.setProperty("camel.main.routesIncludePattern", "file:" + routes + "/*.camel.yaml");
        camel.setProperty("camel.main.shutdownTimeout", "1");
        camel.setProperty("camel.main.shutdownLogInflightExchangesOnTimeout", "false");
        // A direct: call that nobody answers fails at once; by default it waits 30 s for a route to appear.
        camel.setProperty("camel.component.direct.block", "false");
        camel.setProperty("camel.main.jmxEnabled", "false");
        // By default a queue that is empty is looked at for a second, and for so long it holds up a stop.
        camel.setProperty("camel.component.seda.defaultPollTimeout", "100");
        if (settings.reporting().channels().isEmpty()) {
            // Ten looks a second at a queue into which nothing comes are a tenth of all work.
            camel.setProperty("camel.main.autoStartupExcludePattern", "deliver-notice");
        }
        camel.putAll(Pools.of(settings));
        camel.setProperty("camel.main.startupSummaryLevel", "off");
        camel.setProperty("camel.component.kamelet.location", "file:" + routes + "/kamelets");
        // The kamelets catch what can go wrong and make an answer of it; nothing is logged or retried besides.
        camel.setProperty("camel.component.kamelet.noErrorHandler", "true");
        camel.setProperty("camel.component.http.httpClientConfigurer", "#httpDeadline");
        // On its own the client repeats a request after a 503 and obeys the other side's Retry-After.
        camel.setProperty("camel.component.http.automaticRetriesDisabled", "true");
        camel.setProperty("camel.component.http.copyHeaders", "false");
        camel.setProperty("camel.component.http.connectTimeout", "5s");
        camel.setProperty("camel.component.http.responseTimeout", "5s");
        return camel;
    }
}
