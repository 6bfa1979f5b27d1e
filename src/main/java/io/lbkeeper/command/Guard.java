package io.lbkeeper.command;

import io.lbkeeper.timing.Watchdog;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.InflightRepository.InflightExchange;

/** Sets the watchdog to watch while the service runs, and lets it tell where the routes stand when it barks. */
final class Guard extends MainListenerSupport {
    private final Consumer<String> end;

    /** @param end ends the process, saying this */
    Guard(Consumer<String> end) {
        this.end = end;
    }

    @Override
    public void beforeStart(BaseMainSupport main) {
        main.getCamelContext().getInflightRepository().setInflightBrowseEnabled(true);
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext camel = main.getCamelContext();
        watchdog(camel).start(hungry -> end.accept(reason(hungry, camel)));
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        watchdog(main.getCamelContext()).stop();
    }

    private static Watchdog watchdog(CamelContext camel) {
        return camel.getRegistry().lookupByNameAndType("watchdog", Watchdog.class);
    }

    private static String reason(Duration hungry, CamelContext camel) {
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
