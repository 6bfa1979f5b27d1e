package io.lbkeeper.localroute53.health;

import io.lbkeeper.localroute53.health.HealthSettings.Element;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a health check's settings must be.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
public final class HealthRules {
    private static final int CHILDREN_LIMIT = 255;
    private static final int TEXT_LIMIT_CHARACTERS = 255;
    private static final int PORT_LIMIT = 65_535;
    private static final int FAILURE_THRESHOLD_LIMIT = 10;
    private static final int HEALTH_THRESHOLD_LIMIT = 256;
    private static final Set<String> INTERVALS_SECONDS = Set.of("10", "30");
    /** What only checks of an endpoint have. */
    private static final List<Element> ENDPOINT = List.of(Element.IP_ADDRESS, Element.PORT, Element.RESOURCE_PATH,
            Element.DOMAIN_NAME, Element.SEARCH_STRING, Element.REQUEST_INTERVAL, Element.FAILURE_THRESHOLD,
            Element.MEASURE_LATENCY, Element.ENABLE_SNI, Element.REGIONS);
    private static final Map<Element, HealthType> OTHERS = Map.of(Element.CHILDREN, HealthType.CALCULATED,
            Element.HEALTH_THRESHOLD, HealthType.CALCULATED, Element.INSUFFICIENT_DATA, HealthType.CLOUDWATCH_METRIC,
            Element.ROUTING_CONTROL, HealthType.RECOVERY_CONTROL);
    private final HealthSettings settings;
    private final HealthType type;

    private HealthRules(HealthSettings settings) {
        this.settings = settings;
        this.type = settings.type();
    }

    /** The settings with what AWS fills in. */
    public static HealthSettings completed(HealthSettings given) {
        Map<Element, List<String>> texts = new EnumMap<>(Element.class);
        texts.put(Element.INVERTED, List.of("false"));
        texts.put(Element.DISABLED, List.of("false"));
        HealthType type = given.type();
        if (type.isEndpoint()) {
            texts.put(Element.REQUEST_INTERVAL, List.of("30"));
            texts.put(Element.FAILURE_THRESHOLD, List.of("3"));
            texts.put(Element.MEASURE_LATENCY, List.of("false"));
            texts.put(Element.ENABLE_SNI, List.of("" + type.isTls()));
            if (type != HealthType.TCP) {
                texts.put(Element.PORT, List.of(type.isTls() ? "443" : "80"));
            }
        }
        texts.putAll(given.texts());
        return new HealthSettings(texts);
    }

    public static void judge(HealthSettings settings, HealthChecks checks) throws Refusal {
        judgeKept(settings, checks);
        for (String id : settings.list(Element.CHILDREN)) {
            if (!checks.byId().containsKey(id)) {
                throw invalid("The child health check " + id + " does not exist.");
            }
        }
    }

    /** What holds for ever; a child may have been deleted since. */
    public static void judgeKept(HealthSettings settings, HealthChecks checks) throws Refusal {
        HealthRules rules = new HealthRules(settings);
        rules.judgeBounds();
        rules.judgeForeign();
        if (rules.type.isEndpoint()) {
            rules.judgeEndpoint();
        }
        if (rules.type == HealthType.CALCULATED) {
            rules.judgeChildren(checks);
        }
        if (rules.type == HealthType.CLOUDWATCH_METRIC && !settings.has(Element.ALARM)) {
            throw invalid("Metric-based health checks must have an AlarmIdentifier specified.");
        }
        if (rules.type == HealthType.RECOVERY_CONTROL && !settings.has(Element.ROUTING_CONTROL)) {
            throw invalid("Recovery control health checks must have a RoutingControlArn specified.");
        }
    }

    private void judgeBounds() throws Refusal {
        for (Element element : List.of(Element.RESOURCE_PATH, Element.DOMAIN_NAME, Element.SEARCH_STRING,
                Element.ROUTING_CONTROL)) {
            if (settings.has(element)) {
                RequestForm.within(settings.text(element).orElseThrow(), field(element), 1, TEXT_LIMIT_CHARACTERS);
            }
        }
        judgeNumber(Element.PORT, 1, PORT_LIMIT);
        judgeNumber(Element.FAILURE_THRESHOLD, 1, FAILURE_THRESHOLD_LIMIT);
        judgeNumber(Element.HEALTH_THRESHOLD, 0, HEALTH_THRESHOLD_LIMIT);
        if (settings.has(Element.REQUEST_INTERVAL)
                && !INTERVALS_SECONDS.contains(settings.text(Element.REQUEST_INTERVAL).orElseThrow())) {
            throw invalid("RequestInterval must be 10 or 30 seconds, not "
                    + settings.text(Element.REQUEST_INTERVAL).orElseThrow() + ".");
        }
    }

    private void judgeNumber(Element element, int least, int most) throws Refusal {
        if (settings.has(element)) {
            RequestForm.between(Long.parseLong(settings.text(element).orElseThrow()), field(element), least, most);
        }
    }

    private static String field(Element element) {
        return Character.toLowerCase(element.xmlName.charAt(0)) + element.xmlName.substring(1);
    }

    private void judgeForeign() throws Refusal {
        for (Element element : ENDPOINT) {
            if (!type.isEndpoint() && settings.has(element)) {
                throw foreign(element);
            }
        }
        for (Map.Entry<Element, HealthType> other : OTHERS.entrySet()) {
            if (type != other.getValue() && settings.has(other.getKey())) {
                throw foreign(other.getKey());
            }
        }
        if (type != HealthType.CLOUDWATCH_METRIC && settings.has(Element.ALARM)) {
            // The words are AWS's own.
            throw invalid(type.isEndpoint() ? "Basic health checks must not have an metric region specified."
                    : type + " health checks must not have AlarmIdentifier specified.");
        }
    }

    private Refusal foreign(Element element) {
        return invalid(type + " health checks must not have " + element.xmlName + " specified.");
    }

    private void judgeEndpoint() throws Refusal {
        boolean hasName = settings.has(Element.DOMAIN_NAME);
        if (!settings.has(Element.IP_ADDRESS) && !hasName) {
            throw invalid(type + " health checks must have an IPAddress or a FullyQualifiedDomainName specified.");
        }
        if (settings.has(Element.IP_ADDRESS)) {
            judgeAddress(settings.text(Element.IP_ADDRESS).orElseThrow());
        }
        if (type == HealthType.TCP) {
            judgeTcp(hasName);
        }
        if (type.searches() != settings.has(Element.SEARCH_STRING)) {
            throw type.searches() ? invalid(type + " health checks must have a SearchString specified.")
                    : foreign(Element.SEARCH_STRING);
        }
    }

    private void judgeTcp(boolean hasName) throws Refusal {
        if (settings.has(Element.IP_ADDRESS) && hasName) {
            throw Refusal.invalidInput("TCP health checks that have IP address must not have a fully qualified domain"
                    + " name specified.");
        }
        if (!settings.has(Element.PORT)) {
            throw invalid("TCP health checks must have a port specified.");
        }
        if (settings.has(Element.RESOURCE_PATH)) {
            throw foreign(Element.RESOURCE_PATH);
        }
    }

    private static void judgeAddress(String address) throws Refusal {
        if (!SpecialUseAddress.isAddress(address)) {
            throw invalid("IPAddress " + address + " is not an IPv4 or IPv6 address.");
        }
        if (SpecialUseAddress.is(address)) {
            throw invalid("IPAddress " + address + " is in a local, private, non-routable or multicast range, whose"
                    + " health can't be checked.");
        }
    }

    private void judgeChildren(HealthChecks checks) throws Refusal {
        if (!settings.has(Element.HEALTH_THRESHOLD)) {
            throw invalid("Calculated health checks must have a health threshold specified.");
        }
        List<String> children = settings.list(Element.CHILDREN);
        if (children.size() > CHILDREN_LIMIT) {
            throw invalid("Calculated health checks must not have more than " + CHILDREN_LIMIT + " children.");
        }
        for (String id : children) {
            HealthCheck child = checks.byId().get(id);
            if (child != null && child.settings().type() == HealthType.CALCULATED) {
                throw invalid("The child health check " + id + " is a calculated health check, which can't be a"
                        + " child of another.");
            }
        }
        if (Set.copyOf(children).size() < children.size()) {
            throw invalid("A child health check is given twice.");
        }
    }

    private static Refusal invalid(String problem) {
        return Refusal.invalidInput("Invalid parameter : " + problem);
    }
}
