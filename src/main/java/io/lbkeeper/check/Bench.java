package io.lbkeeper.check;

import io.lbkeeper.service.Service;
import io.lbkeeper.service.Surroundings;
import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.main.Main;

/** A Camel like that of the service, with its beans, components and settings, in which no route ever runs. */
final class Bench {
    private final Main main;
    private final Set<String> beans;
    private final Optional<Throwable> failure;

    private Bench(Main main, Set<String> beans, Optional<Throwable> failure) {
        this.main = main;
        this.beans = beans;
        this.failure = failure;
    }

    static Bench of(Settings settings, Path routes) {
        // It has no state directory: it neither reads requests nor writes a status.
        Surroundings nowhere = Surroundings.ofThisMachine(Optional.empty());
        Main main = Service.assemble(settings, routes, nowhere);
        main.addOverrideProperty("camel.main.autoStartup", "false");
        // The files are loaded later, each by itself.
        main.addOverrideProperty("camel.main.routesIncludePattern", "false");
        Set<String> beans = Service.beans(settings, nowhere).keySet();
        try {
            Quiet.during(main::start);
            return new Bench(main, beans, Optional.empty());
        } catch (RuntimeException e) {
            return new Bench(main, beans, Optional.of(e));
        }
    }

    /** What kept it from being there at all: only the settings can. */
    Optional<Throwable> failure() {
        return failure;
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    Optional<Object> bean(String name) {
        return Optional.ofNullable(camel().getRegistry().lookupByName(name));
    }

    /** The names of the beans that the service brings along. */
    Set<String> beans() {
        return beans;
    }

    Optional<Component> component(String scheme) {
        try {
            return Optional.ofNullable(Quiet.during(() -> camel().getComponent(scheme)));
        } catch (RuntimeException e) {
            // It is there, and does not start; a start of the routes says why.
            return Optional.empty();
        }
    }

    void close() {
        Quiet.during(main::stop);
    }
}
