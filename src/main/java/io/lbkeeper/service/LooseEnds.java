package io.lbkeeper.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;

/** Finds routes that would start and never work: a call of a route that is not there, or no cycle at all. */
public final class LooseEnds {
    private static final String CYCLE = "watch";
    private static final String QUEUE = "seda:";
    private static final List<String> NOTIFYING = List.of("post-notices", "deliver-notice");

    private LooseEnds() {
    }

    /** Two ends of a queue may have options of their own. */
    private static String name(Endpoint endpoint) {
        return endpoint.getEndpointUri().replaceFirst("\\?.*", "");
    }

    /** What would not work in a Camel that has been started. */
    public static Optional<String> in(CamelContext camel) {
        Set<String> answered = camel.getRoutes().stream().map(Route::getEndpoint).map(LooseEnds::name)
                .collect(Collectors.toSet());
        List<String> missing = camel.getEndpoints().stream().map(LooseEnds::name)
                .filter(uri -> uri.startsWith("direct:") || uri.startsWith(QUEUE))
                .filter(uri -> !answered.contains(uri)).sorted().toList();
        if (!missing.isEmpty()) {
            return Optional.of("a route calls " + String.join(", ", missing) + ", and no route begins so; is the name "
                    + "misspelt, or a file missing or not named *.camel.yaml?");
        }
        if (camel.getRoute(CYCLE) == null) {
            return Optional.of("there is no route " + CYCLE + ", so nothing would ever be looked at");
        }
        String channels = camel.resolvePropertyPlaceholders("{{lb.notify}}");
        return channels.isEmpty() ? Optional.empty() : NOTIFYING.stream().filter(id -> camel.getRoute(id) == null)
                .map(id -> "lb.notify=" + channels + ", and there is no route " + id + " that would tell anybody; "
                        + "copy " + id + ".camel.yaml from the distribution").findFirst();
    }
}
