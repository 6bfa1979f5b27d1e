package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What answers for the DNS provider of the settings in one run of a rehearsal, all of its nodes.
 *
 * @param site its API over HTTP, where it has one
 */
record SimulatedProvider(Optional<ProviderSite> site) {
    /** Asked by the SDK's client, which is there in any case. */
    private static final Set<String> OF_ROUTE53 = Set.of("route53", "local");
    private static final Map<String, Function<Settings, SimulatedProvider>> OTHERS = Map.of();

    /** Those that can be simulated, by what {@code lb.dns} may be. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(OF_ROUTE53);
        names.addAll(OTHERS.keySet());
        return names;
    }

    /** The one of these settings, which nobody has asked yet. */
    static SimulatedProvider of(Settings settings) {
        return OTHERS.getOrDefault(settings.dns(), any -> new SimulatedProvider(Optional.empty())).apply(settings);
    }
}
