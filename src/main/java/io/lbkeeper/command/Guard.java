package io.lbkeeper.command;

import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.InflightRepository.InflightExchange;

/** Tells where the routes stand when the watchdog barks. */
final class Guard {
    private Guard() {
    }

    static String reason(Duration hungry, CamelContext camel) {
        String standing = camel.getInflightRepository().browse().stream().map(Guard::place)
                .collect(Collectors.joining(", "));
        return "No cycle has completed for " + hungry.toMillis() + " ms (lb.watchdog), so this process ends, to be "
                + "started anew. " + (standing.isEmpty() ? "Nothing runs in any route: the timer has stopped, or each "
                + "cycle fails, or the route watch does not end with the step fed any more."
                : "Where the routes stand: " + standing + ".");
    }

    private static String place(InflightExchange one) {
        return "step " + one.getNodeId() + " of " + one.getAtRouteId() + " since " + one.getElapsed() + " ms";
    }
}
