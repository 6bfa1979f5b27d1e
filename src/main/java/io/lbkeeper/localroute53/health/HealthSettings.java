package io.lbkeeper.localroute53.health;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a health check checks, and how: the elements of the API's HealthCheckConfig, each with its texts.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
public record HealthSettings(Map<Element, List<String>> texts) {

    /** The elements, in the order of the API's model. */
    public enum Element {
        IP_ADDRESS("IPAddress"), PORT("Port"), TYPE("Type"), RESOURCE_PATH("ResourcePath"),
        DOMAIN_NAME("FullyQualifiedDomainName"), SEARCH_STRING("SearchString"), REQUEST_INTERVAL("RequestInterval"),
        FAILURE_THRESHOLD("FailureThreshold"), MEASURE_LATENCY("MeasureLatency"), INVERTED("Inverted"),
        DISABLED("Disabled"), HEALTH_THRESHOLD("HealthThreshold"),
        CHILDREN("ChildHealthChecks", "ChildHealthCheck"), ENABLE_SNI("EnableSNI"), REGIONS("Regions", "Region"),
        ALARM("AlarmIdentifier", "Region", "Name"), INSUFFICIENT_DATA("InsufficientDataHealthStatus"),
        ROUTING_CONTROL("RoutingControlArn");

        public final String xmlName;
        /** Of an element that holds others, the names that these have: one that repeats, or one for each. */
        public final List<String> parts;

        Element(String xmlName, String... parts) {
            this.xmlName = xmlName;
            this.parts = List.of(parts);
        }
    }

    public HealthSettings {
        Map<Element, List<String>> ordered = new EnumMap<>(Element.class);
        texts.forEach((element, values) -> ordered.put(element, List.copyOf(values)));
        texts = Collections.unmodifiableMap(ordered);
    }

    public boolean has(Element element) {
        return texts.containsKey(element);
    }

    Optional<String> text(Element element) {
        return list(element).stream().findFirst();
    }

    public List<String> list(Element element) {
        return texts.getOrDefault(element, List.of());
    }

    public HealthType type() {
        return HealthType.valueOf(text(Element.TYPE).orElseThrow());
    }

    boolean isOn(Element element) {
        return text(element).filter(Boolean::parseBoolean).isPresent();
    }
}
