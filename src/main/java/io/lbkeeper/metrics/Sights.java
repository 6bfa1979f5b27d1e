package io.lbkeeper.metrics;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.Records;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Shows how things stand as the last cycle saw them. Before the first one nothing is known, and nothing is told. */
public final class Sights implements Witness {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final MeterRegistry meters;
    private final MultiGauge settings;
    private final Map<String, List<Meter>> nodes = new HashMap<>();
    private volatile Optional<Sight> last = Optional.empty();

    public Sights(MeterRegistry meters) {
        this.meters = meters;
        this.settings = MultiGauge.builder(Names.SETTINGS_INFO).description("The settings in short. Those of one "
                + "service agree but for the node.").register(meters);
        gauge(Names.RECORD_MATCHES, "Whether each service record holds the address that the owner record vouches for.",
                known(sight -> matches(sight) ? 1 : 0), null);
        whether(Names.PAUSED, "Whether this node is paused.", sight -> sight.seen().requests().pause().isPresent());
        whether(Names.DRAINED, "Whether this node is drained.", sight -> sight.seen().requests().drain().isPresent());
        gauge(Names.EPOCH, "The epoch in the owner record: it grows by one at each change.", known(sight ->
                claim(sight).map(OwnerRecord::epoch).orElse(0L)), null);
        gauge(Names.HOLD_DOWN, "For how long this node still makes no other move.", sight -> Math.max(0, sight.memory()
                .moves().remaining(sight.seen().at(), sight.rules()).toMillis() / MILLIS_PER_SECOND), "seconds");
    }

    @Override
    public void decided(Sight sight) {
        last = Optional.of(sight);
        // An edit of the settings may bring other nodes, and take some away.
        List<String> present = sight.rules().nodes();
        Set.copyOf(nodes.keySet()).stream().filter(node -> !present.contains(node)).forEach(gone ->
                nodes.remove(gone).forEach(meters::remove));
        present.stream().filter(node -> !nodes.containsKey(node)).forEach(node -> nodes.put(node,
                shown(node, sight.rules().service())));
    }

    /** Brings the settings up to now. */
    public void look() {
        last.map(Sight::rules).ifPresent(rules -> settings.register(List.of(MultiGauge.Row.of(Tags.of(
                "node", rules.node(), "service", rules.service(), "interval", words(rules.interval()),
                "fall", String.valueOf(rules.fall()), "ttl", words(rules.ttl())), 1)), true));
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }

    /** The meters of one node. */
    private List<Meter> shown(String node, String service) {
        List<Meter> shown = new ArrayList<>();
        shown.add(gauge(Names.OWNER, "Whether the owner record names this node, as this lbkeeper knows it.",
                known(sight -> claim(sight).filter(owner -> owner.owner().equals(node)).isPresent() ? 1 : 0), null,
                "service", service, "node", node));
        shown.add(whether(Names.NODE_AGENT_SILENT, "Whether the lbkeeper on that node is silent, by its HAProxy.",
                sight -> sight.seen().check(node).filter(check -> check.agent() == Check.Agent.SILENT)
                        .isPresent(), "node", node));
        for (Health health : Health.values()) {
            shown.add(whether(Names.NODE_HEALTH, "The health of each node's HAProxy by the last check: 1 for that "
                    + "which it has.", sight -> sight.seen().check(node).filter(check -> check.health() == health)
                    .isPresent(), "node", node, "health", health.name()));
        }
        return shown;
    }

    /** What the records tell: nothing is known of that before they were read once, and that is no 0. */
    private static ToDoubleFunction<Sight> known(ToDoubleFunction<Sight> value) {
        return sight -> sight.memory().records().isPresent() ? value.applyAsDouble(sight) : Double.NaN;
    }

    private static Optional<OwnerRecord> claim(Sight sight) {
        return sight.memory().records().flatMap(Records::claim);
    }

    private static boolean matches(Sight sight) {
        Optional<String> held = sight.memory().records().map(Records::service)
                .filter(Records.Service.Held.class::isInstance).map(service -> ((Records.Service.Held) service)
                        .address());
        boolean all = sight.memory().records().map(Records::lineup).filter(lineup -> lineup.missing().isEmpty()
                && lineup.strays().isEmpty()).isPresent();
        return all && held.isPresent() && held.equals(claim(sight).map(OwnerRecord::address));
    }

    private Gauge whether(String name, String description, Predicate<Sight> is, String... tags) {
        return gauge(name, description, sight -> is.test(sight) ? 1 : 0, null, tags);
    }

    private Gauge gauge(String name, String description, ToDoubleFunction<Sight> value, String unit, String... tags) {
        return Gauge.builder(name, this, self -> self.last.map(value::applyAsDouble).orElse(Double.NaN)).tags(tags)
                .description(description).baseUnit(unit).strongReference(true).register(meters);
    }
}
