package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who calls whom: routes and kamelets that are not there, and names that are there twice. */
final class TargetInspection implements Inspection {
    private static final Set<String> WITH_ONE_CONSUMER = Set.of("direct", "timer");

    @Override
    public List<Finding> of(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        subject.files().stream().filter(file -> !file.isKamelet() && file.root().isPresent())
                .forEach(file -> findings.addAll(names(file)));
        // Of two of one name that one is right whose file is called so.
        List<Route> routes = subject.all().stream().filter(route -> !route.file().isKamelet())
                .sorted(Comparator.comparing(route -> !route.id().equals(route.file().stem()))).toList();
        findings.addAll(twice(routes.stream().filter(route -> !route.id().isEmpty()).toList(), Route::id,
                "the route "));
        findings.addAll(twice(routes.stream().filter(route -> begin(subject, route).isPresent()).toList(),
                route -> begin(subject, route).orElseThrow(), "what a route begins with, "));
        findings.addAll(steps(subject));
        findings.addAll(calls(subject, routes));
        return findings;
    }

    private static List<Finding> names(SourceFile file) {
        List<Route> routes = Route.all(file);
        if (routes.isEmpty() || routes.stream().anyMatch(route -> route.id().equals(file.stem()))) {
            return List.of();
        }
        Route first = routes.get(0);
        return List.of(Finding.error(first.place(), "a route is called as its file", first.id().isEmpty() ? "no id"
                : "id: " + first.id(), "write id: " + file.stem() + ", or rename the file"));
    }

    private static Optional<String> begin(Subject subject, Route route) {
        return route.from().flatMap(from -> from.target(subject.names())).filter(target -> WITH_ONE_CONSUMER.contains(
                target.replaceFirst(":.*", "")));
    }

    private static List<Finding> twice(List<Route> routes, Function<Route, String> key, String what) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Route> first = new HashMap<>();
        for (Route route : routes) {
            Route other = first.putIfAbsent(key.apply(route), route);
            if (other != null) {
                findings.add(Finding.error(route.place(), what + key.apply(route) + " is there twice, also in "
                        + other.file().name() + ":" + other.line(), key.apply(route), "give it another name, or take "
                                + "one of the two out"));
            }
        }
        return findings;
    }

    /** Camel does not start with two steps of one id, wherever they are. */
    private static List<Finding> steps(Subject subject) {
        Map<String, Sight> first = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        subject.sights().filter(sight -> sight.key().equals("id") && sight.isText() && !sight.file().isKamelet()
                && !Set.of("route", "parameters").contains(sight.parent())).forEach(sight -> {
                    Sight other = first.putIfAbsent(sight.text(), sight);
                    if (other != null) {
                        findings.add(Finding.error(sight.place(), "two steps have the id " + sight.text()
                                + ", the other is in " + other.file().name() + ":" + other.line(), sight.text(),
                                "give one of them another id"));
                    }
                });
        return findings;
    }

    private static List<Finding> calls(Subject subject, List<Route> routes) {
        Set<String> begun = routes.stream().map(route -> begin(subject, route)).flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> kamelets = subject.kamelets().map(SourceFile::stem).collect(Collectors.toSet());
        Set<String> called = new TreeSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Endpoint call : subject.endpoints()) {
            String target = call.target(subject.names()).orElse("");
            if (call.isConsumed() || target.contains("${")) {
                continue;
            }
            called.add(target);
            if (target.startsWith("direct:") && !begun.contains(target)) {
                findings.add(Finding.error(call.place(), "no route begins with " + target, call.uri(),
                        Meant.nearest(target, begun, "add that route, or take the call out")));
            }
            String kamelet = target.replaceFirst("^kamelet:([^/]*).*", "$1");
            if (target.startsWith("kamelet:") && !kamelets.contains(kamelet) && !isGiven(subject, kamelet)) {
                findings.add(Finding.error(call.place(), "there is no kamelet " + kamelet + " in " + subject.routes()
                        .resolve("kamelets"), call.uri(), Meant.nearest(kamelet, kamelets, "add that file")));
            }
        }
        routes.stream().filter(route -> begin(subject, route).filter(begin -> begin.startsWith("direct:")
                && !called.contains(begin)).isPresent()).forEach(route -> findings.add(Finding.warning(route.place(),
                        "nobody calls " + begin(subject, route).orElseThrow(), "", "call it from another route, or "
                                + "delete it")));
        return findings;
    }

    /** The end of a kamelet, and what the service brings along for a provider without it. */
    private static boolean isGiven(Subject subject, String kamelet) {
        return Set.of("source", "sink", "dns-" + subject.settings().provider() + "-follow-action").contains(kamelet)
                || TargetInspection.class.getResource("/kamelets/" + kamelet + SourceFile.KAMELET) != null;
    }
}
