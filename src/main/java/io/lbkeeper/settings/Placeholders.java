package io.lbkeeper.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The settings as Camel sees them: every key with what is in effect, and what follows from it for Camel itself. */
final class Placeholders {
    static final String TICK = "lb.check.tick";
    static final String CONNECTION_TIMEOUT = "lb.check.connection-timeout";
    static final String PROVIDER = "lb.dns.provider";
    static final String ADDRESS_KIND = "lb.address.kind";
    static final String ADDRESS_VALUE = "lb.address.value";
    static final String NOTICE_KIND = "lb.notice.kind";
    static final String MAIL_STARTTLS = "lb.notify.mail.starttls";
    static final String MAIL_SSL = "lb.notify.mail.ssl";
    static final String MAIL_SERVER = "lb.notify.mail.server";
    static final String MAIL_AUTH = "lb.notify.mail.auth";
    /** Placeholders that nobody can set, and what each follows from. */
    static final Map<String, String> DERIVED = Map.of(
            TICK, Declared.INTERVAL.name() + " and " + Declared.FASTINTER.name(),
            CONNECTION_TIMEOUT, Declared.CHECK_TIMEOUT.name() + " and " + Declared.CONFIRMATIONS.name(),
            PROVIDER, Declared.DNS.name(),
            ADDRESS_KIND, Declared.ADDRESS.name(), ADDRESS_VALUE, Declared.ADDRESS.name(),
            NOTICE_KIND, Declared.NOTICE.name() + " and " + Declared.ADDRESS.name(),
            MAIL_STARTTLS, DeclaredNotices.MAIL_TLS.name(), MAIL_SSL, DeclaredNotices.MAIL_TLS.name(),
            MAIL_AUTH, DeclaredNotices.MAIL_USER.name(),
            MAIL_SERVER, DeclaredNotices.MAIL_HOST.name() + " and " + DeclaredNotices.MAIL_PORT.name());
    /** The embedded Route 53 takes any. */
    static final String LOCAL_KEY = "local";
    private static final String COMPONENT = "camel.component.";
    private static final String ROUTE53 = "aws2-route53.";
    private static final String DNS_UPDATE = "dns-update.";

    private Placeholders() {
    }

    static Properties of(Settings settings, Values values, Map<String, String> passedOn) {
        Properties all = new Properties();
        for (Setting<?> setting : Declared.ALL) {
            values.text(setting.name()).map(text -> inMillis(values.get(setting), text))
                    .ifPresent(text -> all.setProperty(setting.name(), text));
        }
        settings.peers().forEach(peer -> all.setProperty(Declared.peerAddress(peer),
                values.text(Declared.peerAddress(peer)).orElse("")));
        all.setProperty(Declared.NODES.name(), String.join(",", settings.nodes()));
        all.setProperty(Declared.SERVICE.name(), String.join(",", settings.services()));
        all.setProperty(Declared.BACKENDS.name(), String.join(",", settings.backends()));
        all.setProperty(Declared.FRONTENDS.name(), String.join(",", settings.frontends()));
        all.setProperty(Declared.NAME_SERVERS.name(), String.join(",", settings.nameServers()));
        all.setProperty(DeclaredDyndns2.NAME_SERVERS.name(), String.join(",",
                values.inEffect(DeclaredDyndns2.NAME_SERVERS)));
        all.setProperty(DeclaredRfc2136.SERVERS.name(), String.join(",",
                values.inEffect(DeclaredRfc2136.SERVERS)));
        all.setProperty(DeclaredNotices.NOTIFY.name(), String.join(",", settings.reporting().channels()));
        all.setProperty(DeclaredNotices.MAIL_TO.name(), String.join(",",
                values.inEffect(DeclaredNotices.MAIL_TO)));
        all.setProperty(MAIL_SERVER, mailServer(values));
        String tls = values.inEffect(DeclaredNotices.MAIL_TLS);
        all.setProperty(MAIL_STARTTLS, String.valueOf(tls.equals("starttls")));
        all.setProperty(MAIL_SSL, String.valueOf(tls.equals("tls")));
        all.setProperty(MAIL_AUTH, String.valueOf(values.inEffect(DeclaredNotices.MAIL_USER).isPresent()));
        all.setProperty(Declared.WATCHDOG.name(), String.valueOf(settings.watchdog().toMillis()));
        settings.endpoint().ifPresent(url -> all.setProperty(Declared.ENDPOINT.name(), url.toString()));

        all.setProperty(TICK, String.valueOf(settings.tick().toMillis()));
        all.setProperty(CONNECTION_TIMEOUT, String.valueOf(settings.connectionTimeout().toMillis()));
        all.setProperty(PROVIDER, settings.provider());
        all.setProperty(ADDRESS_KIND, settings.address().kind());
        all.setProperty(ADDRESS_VALUE, settings.address().value());
        String notice = values.text(Declared.NOTICE.name()).orElseThrow();
        boolean hasImds = settings.address() instanceof AddressSource.Imds;
        all.setProperty(NOTICE_KIND, !notice.equals("auto") ? notice : hasImds ? "imds" : "none");

        componentOptions(settings, values).forEach((option, text) -> {
            if (passedOn.keySet().stream().noneMatch(key -> isSame(key, COMPONENT + option))) {
                all.setProperty(COMPONENT + option, text);
            }
        });
        all.putAll(passedOn);
        return all;
    }

    /** The kamelet is looked at also where no mail is sent, and Camel takes no endpoint without a host. */
    private static String mailServer(Values values) {
        String host = values.inEffect(DeclaredNotices.MAIL_HOST).orElse("not-set.invalid");
        return (host.contains(":") ? "[" + host + "]" : host) + ":"
                + values.inEffect(DeclaredNotices.MAIL_PORT);
    }

    /** Durations go to the routes as milliseconds: some of Camel's options take nothing else. */
    private static String inMillis(Optional<?> value, String text) {
        return value.isPresent() && value.get() instanceof Duration time ? String.valueOf(time.toMillis()) : text;
    }

    private static Map<String, String> componentOptions(Settings settings, Values values) {
        Map<String, String> options = new HashMap<>();
        // Otherwise a variable LB_NODE, unjudged, would win over lb.node in the routes, and only there.
        options.put("properties.environmentVariableMode", "0");
        options.put("properties.systemPropertiesMode", "0");
        if (ProviderRelations.isOfRoute53(settings.dns())) {
            settings.zoneId().ifPresent(id -> options.put(ROUTE53 + "hostedZoneId", id));
            options.put(ROUTE53 + "apiCallTimeout", String.valueOf(settings.apiTimeout().toMillis()));
            // Half of it for one try, so that a lost packet leaves room for a second one; a third would only hide
            // behind the time-out what the second was answered.
            options.put(ROUTE53 + "maxRetries", "1");
            // What refuses a batch for now is read and judged anew in the next cycle, not sent again unseen.
            options.put(ROUTE53 + "maxChangeRetries", "0");
            options.put(ROUTE53 + "apiCallAttemptTimeout",
                    String.valueOf(settings.apiTimeout().dividedBy(2).toMillis()));
            settings.endpoint().ifPresent(url -> {
                options.put(ROUTE53 + "overrideEndpoint", "true");
                options.put(ROUTE53 + "uriEndpointOverride", url.toString());
            });
        }
        Rfc2136.of(settings).ifPresent(set -> {
            options.put(DNS_UPDATE + "timeout", String.valueOf(settings.apiTimeout().toMillis()));
            // Camel takes no empty value for an option; without this one the zone's SOA record tells the server.
            if (!set.servers().isEmpty()) {
                options.put(DNS_UPDATE + "servers", String.join(",", set.servers()));
            }
            options.put(DNS_UPDATE + "keyAlgorithm", set.keyAlgorithm());
            set.keyName().ifPresent(name -> options.put(DNS_UPDATE + "keyName", name));
            values.inEffect(DeclaredRfc2136.KEY).ifPresent(key -> options.put(DNS_UPDATE + "key", key));
        });
        if (settings.dns().equals("local")) {
            // The embedded endpoint takes any credentials, but the SDK signs nothing without some.
            options.put(ROUTE53 + "accessKey", LOCAL_KEY);
            options.put(ROUTE53 + "secretKey", LOCAL_KEY);
        }
        return options;
    }

    /** Camel takes {@code hostedZoneId} and {@code hosted-zone-id} for the same. */
    private static boolean isSame(String key, String other) {
        return key.replaceAll("[-_]", "").equalsIgnoreCase(other.replaceAll("[-_]", ""));
    }
}
