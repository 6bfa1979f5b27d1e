package io.lbkeeper.check.online;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.dnsupdate.DnsFailureKind;
import io.lbkeeper.dnsupdate.DnsUpdateConstants;
import io.lbkeeper.route53.Route53Endpoint;
import io.lbkeeper.service.FirstLook;
import io.lbkeeper.settings.Settings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;

/** Asks everything, and then has it judged: whatever fails, the others are told all the same. */
public final class OnlineCheck {
    private static final List<Function<WorldSight, List<OnlineFinding>>> INSPECTIONS = List.of(
            ApiInspection::of, TrialInspection::of, ZoneInspection::of, DelegationInspection::of, ShapeInspection::of,
            TtlInspection::of, HaproxyInspection::of, SettingsInspection::of, ClockInspection::of);

    private final Optional<InetSocketAddress> resolver;
    private final Supplier<Instant> wall;

    /** @param resolver whom to ask for the zone's delegation; empty for the system's */
    public OnlineCheck(Optional<InetSocketAddress> resolver, Supplier<Instant> wall) {
        this.resolver = resolver;
        this.wall = wall;
    }

    /**
     * Looks at the world once.
     *
     * @throws RuntimeException where the routes do not load
     */
    public OnlineFindings of(Settings settings, Path routes) {
        HaproxyWords words = new HaproxyWords(wall);
        try (FirstLook look = FirstLook.start(settings, routes, words)) {
            FirstLook.Seen seen = look.look();
            Optional<ApiSight> api = api(look.camel(), settings);
            Answer<List<RecordSet>> sets = sets(look.camel(), settings, seen.rules().names());
            Optional<Trial> trial = trial(look.camel(), settings, seen.rules());
            Optional<Delegation> delegation = delegation(settings, api, sets.found().orElse(List.of()));
            WorldSight sight = new WorldSight(settings, seen.rules(), seen.observation(), words.settings(),
                    words.clocks(), sets, api, trial, delegation);
            return new OnlineFindings(INSPECTIONS.stream().flatMap(one -> one.apply(sight).stream()).toList());
        }
    }

    private Optional<ApiSight> api(CamelContext camel, Settings settings) {
        if (!settings.provider().equals("route53")) {
            return Optional.empty();
        }
        return camel.getEndpoints().stream().filter(Route53Endpoint.class::isInstance).map(Route53Endpoint.class::cast)
                .filter(endpoint -> endpoint.getRoute53Client() != null).findFirst()
                .map(endpoint -> new ApiView(endpoint.getRoute53Client(), wall).of(
                        settings.zoneId().orElseThrow(), settings.service()));
    }

    /** By the provider's own kamelet, as the service reads them. */
    @SuppressWarnings("unchecked")
    private static Answer<List<RecordSet>> sets(CamelContext camel, Settings settings, List<String> names) {
        List<String> all = Stream.concat(names.stream(), settings.services().stream().flatMap(name ->
                above(name).stream())).distinct().toList();
        return camel.createFluentProducerTemplate().withBody(all)
                .to("kamelet:dns-" + settings.provider() + "-read-action").request(Answer.class);
    }

    /**
     * Whether changes are taken: by one that expects what is nowhere, so that nothing can come of it. Route 53 is not
     * asked so, whose policy is tested otherwise; nor is a provider that does not look at what is expected.
     */
    private static Optional<Trial> trial(CamelContext camel, Settings settings, Rules rules) {
        if (!settings.provider().equals("rfc2136")) {
            return Optional.empty();
        }
        Message told = camel.createFluentProducerTemplate().withBody(TrialInspection.trial(rules))
                .to("kamelet:dns-rfc2136-change-action").send().getMessage();
        return Optional.of(new Trial(told.getBody(Outcome.class), Optional.ofNullable(told.getHeader(
                DnsUpdateConstants.FAILURE, DnsFailureKind.class))));
    }

    /** All names above this one, and itself, that can be a zone's. */
    static List<String> above(String service) {
        List<String> names = new ArrayList<>();
        for (String name = service; name.contains("."); name = name.substring(name.indexOf('.') + 1)) {
            names.add(name);
        }
        return names;
    }

    /** The local Route 53 is delegated to by nobody, unless somebody says whom to ask. */
    private Optional<Delegation> delegation(Settings settings, Optional<ApiSight> api, List<RecordSet> sets) {
        Optional<String> zone = WorldSight.zone(settings, api, sets);
        boolean isAskable = resolver.isPresent() || !settings.dns().equals("local");
        if (zone.isEmpty() || !isAskable || api.flatMap(one -> one.zone().found()).filter(ApiSight.Zone::isPrivate)
                .isPresent()) {
            return Optional.empty();
        }
        ParentView view = resolver.map(one -> new ParentView(List.of(one))).orElseGet(ParentView::ofTheSystem);
        return Optional.of(view.of(zone.get()));
    }
}
