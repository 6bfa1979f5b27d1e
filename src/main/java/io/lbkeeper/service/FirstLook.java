package io.lbkeeper.service;

import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.cycle.Ear;
import io.lbkeeper.cycle.Introduction;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.DecisionTable;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.requests.RequestDesk;
import io.lbkeeper.requests.RequestFiles;
import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;

/**
 * The service's routes without the service: they can be called, and none of them begins by itself. It takes no lock,
 * writes nothing, and does not introduce itself to HAProxy, so that a service beside it is not disturbed.
 */
public final class FirstLook implements AutoCloseable {
    private final Main main;
    private final Rules rules;
    private final Cycle cycle;
    private Optional<Observation> observation = Optional.empty();

    /** What was seen, and what a service that has just started would decide. */
    public record Seen(Observation observation, Decision decision, Rules rules) {
    }

    private FirstLook(Settings settings, Path routes, Ear ear) {
        // Without a state directory nothing is ever written; the requests are read from it all the same.
        Surroundings surroundings = Surroundings.ofThisMachine(Optional.empty()).withoutLines();
        rules = Service.rules(settings);
        cycle = new Cycle(rules, Service.sites(settings, surroundings), settings.tick(),
                surroundings.clock(), surroundings.nonces(), this::decide);
        main = Service.assemble(settings, routes, surroundings);
        main.bind("cycle", cycle);
        main.bind("stats", Service.stats(settings, Introduction.ofOnlooker(), ear));
        main.bind("requests", new RequestDesk(Optional.of(RequestFiles.toLookAt(settings.stateDir())),
                surroundings.wall(), unread -> { }));
        main.addMainListener(new Quietly());
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    }

    /**
     * Loads the routes.
     *
     * @param ear hears what the HAProxies tell beside their pages
     * @throws IllegalStateException where a route calls one that is not there
     */
    public static FirstLook start(Settings settings, Path routes, Ear ear) {
        FirstLook look = new FirstLook(settings, routes, ear);
        try {
            look.main.start();
            LooseEnds.in(look.main.getCamelContext()).ifPresent(end -> {
                throw new IllegalStateException(end);
            });
            return look;
        } catch (RuntimeException e) {
            look.close();
            throw e;
        }
    }

    /** Runs the route {@code observe} once, and decides. */
    public Seen look() {
        if (!cycle.isDue()) {
            throw new IllegalStateException("this has looked already, and would not look again");
        }
        camel().createFluentProducerTemplate().to("direct:observe").request();
        Decision decision = cycle.decide();
        return new Seen(observation.orElseThrow(), decision, rules);
    }

    /** The context in which the routes are. */
    public CamelContext camel() {
        return main.getCamelContext();
    }

    private Decision decide(Observation seen, Memory memory, Rules laid) {
        observation = Optional.of(seen);
        return DecisionTable.decide(seen, memory, laid);
    }

    @Override
    public void close() {
        main.stop();
    }

    /** Lets only those routes start that wait to be called. */
    private static final class Quietly extends MainListenerSupport {
        @Override
        public void beforeConfigure(BaseMainSupport main) {
            main.getCamelContext().getCamelContextExtension().getContextPlugin(Model.class).addModelLifecycleStrategy(
                    new ModelLifecycleStrategySupport() {
                        @Override
                        public void onAddRouteDefinition(RouteDefinition route) {
                            String from = route.getInput().getEndpointUri();
                            if (!from.startsWith("direct:") && !from.startsWith("kamelet:")) {
                                route.setAutoStartup("false");
                            }
                        }
                    });
        }
    }
}
