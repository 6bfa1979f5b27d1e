package io.lbkeeper.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import co.elastic.logging.AdditionalField;
import co.elastic.logging.logback.EcsEncoder;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.json.JsonText;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON object on one line for each event, with the field names of the Elastic Common Schema. */
final class EcsLines extends EcsEncoder {
    private static final String OURS = "lbkeeper";
    private static final Pattern NAMED = Pattern.compile("([A-Za-z -]+): (.+)", Pattern.DOTALL);
    /** What the shipped routes begin a line with, besides the names of decisions. */
    private static final Map<String, String> ACTIONS = Map.of("Service record", "change-service", "Own record",
            "register", "Propagation", "follow-change", "Summary", "summarize");
    private static final Set<String> DECISIONS = names(Decision.class).collect(Collectors.toSet());

    /** @param service the name that is kept on a living node */
    EcsLines(String node, String service, String version) {
        setServiceName(OURS);
        setServiceNodeName(node);
        setServiceVersion(version);
        addAdditionalField(new AdditionalField("lbkeeper.node", node));
        addAdditionalField(new AdditionalField("lbkeeper.service", service));
    }

    @Override
    protected void addCustomFields(ILoggingEvent event, StringBuilder line) {
        Matcher named = NAMED.matcher(event.getFormattedMessage());
        if (!event.getLoggerName().equals(OURS) || !named.matches()) {
            return;
        }
        String name = named.group(1);
        if (DECISIONS.contains(name) || ACTIONS.containsKey(name)) {
            add("event.kind", event.getLevel().isGreaterOrEqual(Level.WARN) ? "alert" : "event", line);
            add("event.action", ACTIONS.getOrDefault(name, name), line);
            add("event.reason", named.group(2), line);
        }
    }

    private static void add(String field, String text, StringBuilder line) {
        line.append(JsonText.of(field)).append(':').append(JsonText.of(text)).append(',');
    }

    private static Stream<String> names(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EcsLines::names)
                : Stream.of(type.getSimpleName());
    }
}
