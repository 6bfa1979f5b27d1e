package io.lbkeeper.routes;

import io.lbkeeper.service.Service;
import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.test.junit5.CamelTestSupport;

/**
 * The service as {@code lbkeeper run} puts it together, but with only some of the shipped routes in it, each from its
 * own file, and with stubs in the place of beans.
 */
abstract class RouteTestBase extends CamelTestSupport {
    static final Path ROUTES = Path.of("routes").toAbsolutePath();

    /** The names of the shipped route files to load, without their ending; the kamelets come as they are called. */
    abstract String[] routes();

    /** The settings in which a test differs from the pair's; also keys of Camel's own. */
    Map<String, String> settings() {
        return Map.of();
    }

    /** What stands in the place of the service's beans, by name. */
    Map<String, Object> beans() {
        return Map.of();
    }

    /** The operator's own DNS providers. */
    Set<String> providers() {
        return Set.of();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        Map<String, String> all = pair();
        all.put("camel.main.routesIncludePattern", routes().length == 0 ? "false" : String.join(",",
                Arrays.stream(routes()).map(name -> "file:" + ROUTES.resolve(name + ".camel.yaml")).toList()));
        all.put("lb.state-dir", Path.of("target/state-of-route-tests", "" + ProcessHandle.current().pid())
                .toAbsolutePath().toString());
        all.putAll(settings());
        Main main = Service.assemble(Settings.of(all, getClass().getSimpleName(), providers()),
                ROUTES);
        // The test stops the context itself; a hook for each would outlive it.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.init();
        CamelContext made = main.getCamelContext();
        beans().forEach((name, bean) -> {
            made.getRegistry().unbind(name);
            made.getRegistry().bind(name, bean);
        });
        return made;
    }

    /** Two nodes, of which this one is lb1; quick, and with no address that leaves this machine. */
    static Map<String, String> pair() {
        Map<String, String> pair = new HashMap<>();
        pair.put("lb.node", "lb1");
        pair.put("lb.nodes", "lb1,lb2");
        pair.put("lb.domain", "example.com");
        pair.put("lb.service", "lb.example.com");
        pair.put("lb.dns", "local");
        pair.put("lb.route53.zone-id", "ZEXAMPLE");
        pair.put("lb.address", "203.0.113.10");
        return pair;
    }

    MockEndpoint mock(String name) {
        return context.getEndpoint("mock:" + name, MockEndpoint.class);
    }
}
