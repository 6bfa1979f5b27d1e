package io.lbkeeper.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that a route does, with what the routes and kamelets do that it calls, in the order in which it is done.
 *
 * @param visits each with what it stands in
 * @param isWhole whether all that it calls is there
 */
record Flow(List<Visit> visits, boolean isWhole) {
    /** What is done in these is done in some cases only. */
    private static final Set<String> CONDITIONAL = Set.of("filter", "when", "otherwise", "doCatch", "onFallback",
            "idempotentConsumer", "split", "loop", "wireTap", "threads", "throttle", "sample", "aggregate",
                    "resequence",
            "delay", "circuitBreaker");

    /**
     * One step.
     *
     * @param above the steps that it is in, the outermost first; a call of a route is one of them
     */
    record Visit(Step step, List<Step> above) {
        boolean isWithin(String kind) {
            return above.stream().anyMatch(one -> one.kind().equals(kind));
        }

        /** Those of the steps above that decide whether this one is done. */
        List<Step> conditions() {
            return above.stream().filter(one -> CONDITIONAL.contains(one.kind())).toList();
        }
    }

    static Flow of(Subject subject, List<Step> steps) {
        List<Visit> visits = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        collect(subject, steps, new ArrayList<>(), new ArrayDeque<>(), visits, missing);
        return new Flow(List.copyOf(visits), missing.isEmpty());
    }

    private static void collect(Subject subject, List<Step> steps, List<Step> above, Deque<String> calls,
            List<Visit> visits, Set<String> missing) {
        for (Step step : steps) {
            visits.add(new Visit(step, List.copyOf(above)));
            above.add(step);
            collect(subject, step.children(), above, calls, visits, missing);
            Optional<String> target = step.endpoint().flatMap(call -> call.target(subject.names()));
            if (target.isPresent() && !calls.contains(target.get())) {
                calls.push(target.get());
                List<Step> called = called(subject, target.get());
                if (called.isEmpty() && target.get().matches("(direct|kamelet):.*")) {
                    missing.add(target.get());
                }
                collect(subject, called, above, calls, visits, missing);
                calls.pop();
            }
            above.remove(above.size() - 1);
        }
    }

    private static List<Step> called(Subject subject, String target) {
        if (target.startsWith("kamelet:")) {
            return subject.kamelet(target.substring("kamelet:".length())).map(kamelet -> Route.all(kamelet).stream()
                    .flatMap(route -> route.steps().stream()).toList()).orElse(List.of());
        }
        return target.startsWith("direct:") ? subject.all().stream().filter(route -> route.from().flatMap(from ->
                from.target(subject.names())).filter(target::equals).isPresent()).findFirst().map(Route::steps)
                .orElse(List.of()) : List.of();
    }

    List<Visit> calls(String bean, String method) {
        return visits.stream().filter(visit -> visit.step().calls(bean, method)).toList();
    }

    /** What is sent to a kamelet whose name is like this. */
    List<Visit> kamelets(Subject subject, String pattern) {
        return visits.stream().filter(visit -> visit.step().endpoint().flatMap(call -> call.target(subject.names()))
                .filter(target -> target.matches("kamelet:" + pattern)).isPresent()).toList();
    }

    /** Whether a step of that route is among them. */
    boolean passes(Route route) {
        return visits.stream().anyMatch(visit -> visit.step().file().equals(route.file()));
    }

    int indexOf(Visit visit) {
        return visits.indexOf(visit);
    }
}
