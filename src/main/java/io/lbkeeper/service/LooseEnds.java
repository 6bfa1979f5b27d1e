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

    private LooseEnds() {
    }

    /** What would not work in a Camel that has been started. */
    public static Optional<String> in(CamelContext camel) {
        Set<String> answered = camel.getRoutes().stream().map(Route::getEndpoint).map(Endpoint::getEndpointUri)
                .collect(Collectors.toSet());
        List<String> missing = camel.getEndpoints().stream().map(Endpoint::getEndpointUri)
                .filter(uri -> uri.startsWith("direct:") && !answered.contains(uri)).sorted().toList();
        if (!missing.isEmpty()) {
            return Optional.of("a route calls " + String.join(", ", missing) + ", and no route begins so; is the name "
                    + "misspelt, or a file missing or not named *.camel.yaml?");
        }
        return camel.getRoute(CYCLE) != null ? Optional.empty()
                : Optional.of("there is no route " + CYCLE + ", so nothing would ever be looked at");
    }
}
