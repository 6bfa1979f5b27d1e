package io.lbkeeper.route53;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Route;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Ends the waits in a route when it is to stop. Camel lets exchanges under way come to their end before it stops a
 * route's producers, so a producer alone would learn of it only after the whole time-out of the shutdown.
 */
final class RouteEnd extends ServiceSupport implements ShutdownPrepared {
    private final Set<ChangeWait> waits = ConcurrentHashMap.newKeySet();
    private final String why;
    private volatile boolean stopping;

    private RouteEnd(String routeId) {
        this.why = "the route " + routeId + " stops";
    }

    /** Gives each route its own as it starts: once it stops, its services are not to be touched. */
    static LifecycleStrategy atTheStartOfRoutes() {
        return new LifecycleStrategySupport() {
            @Override
            public void onRoutesAdd(Collection<Route> routes) {
                routes.forEach(RouteEnd::of);
            }
        };
    }

    /** The one of this route, which it gets where it has none. */
    static RouteEnd of(Route route) {
        synchronized (route) {
            return route.getServices().stream().filter(RouteEnd.class::isInstance).map(RouteEnd.class::cast)
                    .findFirst().orElseGet(() -> {
                        RouteEnd end = new RouteEnd(route.getId());
                        route.addService(end);
                        return end;
                    });
        }
    }

    /** Adds a wait; one that comes too late ends at once. */
    void add(ChangeWait wait) {
        waits.add(wait);
        if (stopping) {
            wait.stop(why);
        }
    }

    void remove(ChangeWait wait) {
        waits.remove(wait);
    }

    /** A route that is only suspended goes on later, and so do its waits. */
    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        if (!suspendOnly) {
            stopping = true;
            waits.forEach(wait -> wait.stop(why));
        }
    }
}
