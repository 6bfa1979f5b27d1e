package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route, or what a kamelet does.
 *
 * @param id    empty where it has none
 * @param line  of the id, or of the route
 * @param from  empty where it begins with nothing
 * @param steps in their order
 */
record Route(SourceFile file, String id, int line, Optional<Endpoint> from, List<Step> steps) {

    static List<Route> all(SourceFile file) {
        List<Route> routes = new ArrayList<>();
        if (file.isKamelet()) {
            file.runs().flatMap(template -> template.get("from").or(() -> template.get("route", "from")))
                    .ifPresent(from -> routes.add(of(file, file.stem(), from.line(), from)));
        } else if (file.root().isPresent() && file.root().get() instanceof Yaml.Sequence entries) {
            for (Yaml entry : entries.items()) {
                entry.get("route").ifPresent(route -> routes.add(of(file, route.text("id").orElse(""),
                        route.lineAt("id"), route.get("from").orElse(route))));
                entry.get("from").ifPresent(from -> routes.add(of(file, from.text("id").orElse(""),
                        from.line(), from)));
            }
        }
        return routes;
    }

    private static Route of(SourceFile file, String id, int line, Yaml from) {
        Optional<Endpoint> begins = from.text("uri").map(uri -> new Endpoint(file, "from", from.lineAt("uri"), uri,
                from.get("parameters").filter(Yaml.Mapping.class::isInstance)
                        .map(mapping -> ((Yaml.Mapping) mapping).fields()).orElse(Map.of())));
        return new Route(file, id, line, begins, Step.all(file, from));
    }

    Place place() {
        return file.at(line);
    }
}
