package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.health.HealthSettings;
import io.lbkeeper.localroute53.health.HealthSettings.Element;
import io.lbkeeper.localroute53.health.HealthStatus;
import io.lbkeeper.localroute53.health.HealthType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Health checks as the API writes them, in requests and in answers. */
public final class HealthXml {
    /** Where AWS's checkers are; their addresses here are some that nobody has (RFC 5737). */
    private static final List<String> REGIONS = List.of("us-east-1", "us-west-1", "us-west-2", "eu-west-1",
            "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1");

    private HealthXml() {
    }

    /** The settings in an element; one that is empty counts as not given. */
    public static HealthSettings read(XmlElement config) {
        Map<Element, List<String>> texts = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            config.child(element.xmlName).map(given -> texts(element, given)).filter(given -> !given.isEmpty())
                    .ifPresent(given -> texts.put(element, given));
        }
        return new HealthSettings(texts);
    }

    private static List<String> texts(Element element, XmlElement given) {
        if (!element.parts.isEmpty()) {
            return given.children().map(XmlElement::text).toList();
        }
        String text = switch (element) {
            case PORT, REQUEST_INTERVAL, FAILURE_THRESHOLD, HEALTH_THRESHOLD ->
                    Long.toString(Long.parseLong(given.text().strip()));
            case MEASURE_LATENCY, INVERTED, DISABLED, ENABLE_SNI ->
                    Boolean.toString(List.of("true", "1").contains(given.text().strip()));
            default -> given.text();
        };
        return text.isEmpty() ? List.of() : List.of(text);
    }

    static void write(ResponseXml xml, HealthSettings settings) {
        xml.element("HealthCheckConfig", config -> settings.texts().forEach((element, texts) -> {
            if (element.parts.isEmpty()) {
                config.element(element.xmlName, texts.get(0));
            } else {
                config.element(element.xmlName, list -> {
                    for (int i = 0; i < texts.size(); i++) {
                        list.element(element.parts.get(i % element.parts.size()), texts.get(i));
                    }
                });
            }
        }));
    }

    public static byte[] check(String root, HealthCheck check) {
        return ResponseXml.document(root, xml -> check(xml, check));
    }

    private static void check(ResponseXml xml, HealthCheck check) {
        xml.element("HealthCheck", element -> identity(element, check));
    }

    public static void identity(ResponseXml xml, HealthCheck check) {
        xml.element("Id", check.id()).element("CallerReference", check.callerReference());
        write(xml, check.settings());
        xml.element("HealthCheckVersion", check.version());
    }

    public static byte[] checks(List<HealthCheck> from, String marker, int maxItems) {
        return ResponseXml.document("ListHealthChecksResponse", xml -> {
            xml.element("HealthChecks", list -> from.stream().limit(maxItems).forEach(check -> check(list, check)));
            xml.element("Marker", marker).element("IsTruncated", from.size() > maxItems);
            from.stream().skip(maxItems).findFirst().ifPresent(next -> xml.element("NextMarker", next.id()));
            xml.element("MaxItems", maxItems);
        });
    }

    /** What the checkers of each region would report, if they have something to tell. */
    public static byte[] observations(String root, HealthCheck check, boolean told, Instant now) {
        List<String> regions = check.settings().has(Element.REGIONS) ? check.settings().list(Element.REGIONS) : REGIONS;
        return ResponseXml.document(root, xml -> xml.element("HealthCheckObservations", list -> {
            for (int i = 0; told && i < regions.size(); i++) {
                String region = regions.get(i);
                String address = "198.51.100." + (i + 1);
                list.element("HealthCheckObservation", observation -> observation
                        .element("Region", region).element("IPAddress", address)
                        .element("StatusReport", report -> report
                                .element("Status", words(check)).element("CheckedTime", now)));
            }
        }));
    }

    private static String words(HealthCheck check) {
        if (check.status() == HealthStatus.UNHEALTHY) {
            return "Failure: Set to unhealthy by the local operator";
        }
        return check.settings().type() == HealthType.TCP ? "Success: TCP connection established"
                : "Success: HTTP Status Code 200, OK";
    }
}
