package io.lbkeeper.settings;

import static io.lbkeeper.settings.Declared.DNS;
import static io.lbkeeper.settings.Declared.ZONE_ID;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xbill.DNS.Address;

/** What must hold between the settings of a DNS provider: it has its pair of kamelets, and what these need. */
final class ProviderRelations {
    private static final Set<String> OF_ROUTE53 = Set.of("route53", "local");
    private static final String RFC2136 = "rfc2136";
    private static final Map<String, List<Setting<?>>> NEEDED = Map.of("route53", List.of(ZONE_ID),
            "local", List.of(ZONE_ID), RFC2136, List.of(DeclaredRfc2136.ZONE),
            "powerdns", List.of(DeclaredPowerdns.URL, DeclaredPowerdns.ZONE, DeclaredPowerdns.KEY),
            "cloudflare", List.of(DeclaredCloudflare.ZONE_ID, DeclaredCloudflare.TOKEN),
            "dyndns2", List.of(DeclaredDyndns2.URL, DeclaredDyndns2.USER, DeclaredDyndns2.PASSWORD));

    private ProviderRelations() {
    }

    /** @param kamelets the names of all providers that have a pair of them, or their own in this program */
    static void judge(Judgement judgement, Set<String> kamelets) {
        Values values = judgement.values();
        Optional<String> dns = values.get(DNS);
        if (dns.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>(OF_ROUTE53);
        known.addAll(kamelets);
        if (!known.contains(dns.get())) {
            judgement.blame("has no pair of kamelets", DNS.kind().allowed() + "; there are "
                    + String.join(", ", known), DNS.name());
        }
        for (Setting<?> needed : NEEDED.getOrDefault(dns.get(), List.of())) {
            if (values.get(needed).filter(NoticeRelations::isEmpty).isPresent()) {
                judgement.blame("is missing for lb.dns=" + dns.get(),
                        needed.kind().allowed().replace(", or empty", ""), needed.name());
            }
        }
        judgeKey(judgement, values);
        judgeUrl(judgement, values);
        if (dns.get().equals(RFC2136)) {
            judgeZone(judgement, values);
        }
    }

    /** The password goes along with each update. */
    private static void judgeUrl(Judgement judgement, Values values) {
        values.get(DeclaredDyndns2.URL).flatMap(url -> url).filter(url -> url.getScheme().equals("http")
                && !isNear(url.getHost())).ifPresent(url -> judgement.blame("would send the password unencrypted",
                        "an https:// URL, or one of this machine or of a private address", DeclaredDyndns2.URL.name()));
    }

    private static boolean isNear(String host) {
        try {
            InetAddress address = Address.getByAddress(host.replaceAll("[\\[\\]]", ""));
            return address.isLoopbackAddress() || address.isSiteLocalAddress();
        } catch (UnknownHostException name) {
            return host.equals("localhost");
        }
    }

    private static void judgeKey(Judgement judgement, Values values) {
        Optional<Optional<String>> name = values.get(DeclaredRfc2136.KEY_NAME);
        Optional<Optional<String>> key = values.get(DeclaredRfc2136.KEY);
        if (name.isPresent() && key.isPresent() && name.get().isPresent() != key.get().isPresent()) {
            boolean onlyName = name.get().isPresent();
            judgement.blame("has no " + (onlyName ? DeclaredRfc2136.KEY : DeclaredRfc2136.KEY_NAME).name()
                    + " beside it", "both or neither",
                    (onlyName ? DeclaredRfc2136.KEY_NAME : DeclaredRfc2136.KEY).name());
        }
    }

    private static void judgeZone(Judgement judgement, Values values) {
        Optional<String> zone = values.get(DeclaredRfc2136.ZONE).flatMap(one -> one);
        if (zone.isEmpty()) {
            return;
        }
        String inside = "in the zone " + DeclaredRfc2136.ZONE.name() + "=" + zone.get();
        values.get(Declared.SERVICE).orElse(List.of()).stream().filter(name -> !isIn(name, zone.get())).findFirst()
                .ifPresent(name -> judgement.blame("is not " + inside, "names " + inside, Declared.SERVICE.name()));
        values.get(Declared.DOMAIN).filter(name -> !isIn(name, zone.get()))
                .ifPresent(name -> judgement.blame("is not " + inside, "a name " + inside, Declared.DOMAIN.name()));
    }

    private static boolean isIn(String name, String zone) {
        return name.equals(zone) || name.endsWith("." + zone);
    }

    static boolean isOfRoute53(String dns) {
        return OF_ROUTE53.contains(dns);
    }
}
