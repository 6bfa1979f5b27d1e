package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.rehearsal.provider.CloudflareApi;
import io.lbkeeper.rehearsal.provider.PowerdnsApi;
import io.lbkeeper.rehearsal.provider.UpdateServer;
import io.lbkeeper.rehearsal.provider.WebApi;
import io.lbkeeper.settings.Settings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.xbill.DNS.Name;

/**
 * What answers for the DNS provider of the settings in one run of a rehearsal, all of its nodes.
 *
 * @param site its API over HTTP, where it has one
 * @param server the zone's own server, where updates go to it by DNS
 */
record SimulatedProvider(Optional<ProviderSite> site, Optional<UpdateServer> server) {
    /** Asked by the SDK's client, which is there in any case. */
    private static final Set<String> OF_ROUTE53 = Set.of("route53", "local");
    private static final Map<String, Function<Settings, SimulatedProvider>> OTHERS = Map.of(
            "rfc2136", settings -> new SimulatedProvider(Optional.empty(), Optional.of(new UpdateServer(
                    Name.fromConstantString("ns1.rehearsal.invalid.")))),
            "powerdns", settings -> web(settings, "lb.powerdns.url", new PowerdnsApi(told(settings,
                    "lb.powerdns.key"))),
            "cloudflare", settings -> web(settings, "lb.cloudflare.url", new CloudflareApi(told(settings,
                    "lb.cloudflare.zone-id"), told(settings, "lb.cloudflare.token"))));

    /** Those that can be simulated, by what {@code lb.dns} may be. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(OF_ROUTE53);
        names.addAll(OTHERS.keySet());
        return names;
    }

    /** The one of these settings, which nobody has asked yet. */
    static SimulatedProvider of(Settings settings) {
        return OTHERS.getOrDefault(settings.dns(), any -> new SimulatedProvider(Optional.empty(), Optional.empty()))
                .apply(settings);
    }

    private static SimulatedProvider web(Settings settings, String key, WebApi api) {
        return new SimulatedProvider(Optional.of(new ProviderSite(URI.create(told(settings, key)), api)),
                Optional.empty());
    }

    private static String told(Settings settings, String key) {
        return settings.placeholders().getProperty(key);
    }
}
