package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nothing that a cycle does for people may hold it up, and nothing that it asks may do so for longer than it may. */
final class WaitLint implements Inspection {
    /** These do what they do without asking anybody outside. */
    private static final Set<String> AT_ONCE = Set.of("direct", "seda", "log", "mock", "controlbus", "dataset", "bean",
            "class", "kamelet", "language", "ref", "browse", "stub", "micrometer", "vertx-websocket");
    /** Its 0s is for never: the timer ticks once then, and the route does nothing. */
    private static final String OFF_AT_ZERO = "{{lb.log.summary}}";
    private static final Set<String> HTTP = Set.of("http", "https");
    private static final Set<String> WAITING = Set.of("delay", "throttle", "resequence", "sample", "threads", "poll",
            "pollEnrich");

    @Override
    public List<Finding> of(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        for (Endpoint endpoint : subject.endpoints()) {
            Optional<String> scheme = endpoint.scheme(subject.names());
            if (scheme.filter(HTTP::contains).isPresent()) {
                findings.addAll(deadlines(subject, endpoint));
            } else if (scheme.filter("timer"::equals).isPresent()) {
                findings.addAll(pace(subject, endpoint));
            }
        }
        subject.route("watch").ifPresent(watch -> Flow.of(subject, watch.steps()).visits().stream()
                .filter(visit -> !visit.isWithin("wireTap")).forEach(visit -> findings.addAll(waits(subject, visit))));
        return findings;
    }

    private static List<Finding> deadlines(Subject subject, Endpoint endpoint) {
        List<Finding> findings = new ArrayList<>();
        for (String name : List.of("connectTimeout", "responseTimeout", "soTimeout")) {
            Optional<Long> millis = Optional.ofNullable(endpoint.given().get(name))
                    .flatMap(text -> subject.names().resolve(text, endpoint.file())).flatMap(Milliseconds::of);
            if (millis.filter(time -> time <= 0).isPresent()) {
                findings.add(Finding.error(endpoint.placeOf(name), "an HTTP call without a deadline may hang for ever",
                        name + ": " + endpoint.given().get(name),
                                "write a duration such as 2s, or take it out for 5s"));
            } else if (millis.filter(time -> time > subject.settings().interval().toMillis()).isPresent()
                    && !endpoint.isGivenByCaller(name) && isOfCycle(subject, endpoint)) {
                findings.add(Finding.error(endpoint.placeOf(name), "a cycle would wait here for longer than "
                        + "lb.check.interval", name + ": " + endpoint.given().get(name), "write at most "
                                + subject.settings().interval().toMillis()));
            }
        }
        return findings;
    }

    private static boolean isOfCycle(Subject subject, Endpoint endpoint) {
        return subject.route("watch").filter(watch -> Flow.of(subject, watch.steps()).visits().stream()
                .filter(visit -> !visit.isWithin("wireTap")).anyMatch(visit -> visit.step().endpoint().filter(call ->
                        call.place().equals(endpoint.place())).isPresent())).isPresent();
    }

    private static List<Finding> pace(Subject subject, Endpoint timer) {
        return Optional.ofNullable(timer.given().get("period")).filter(text -> !text.equals(OFF_AT_ZERO))
                .flatMap(text -> subject.names().resolve(text, timer.file())).flatMap(Milliseconds::of)
                .filter(millis -> millis <= 0).map(millis -> List.of(Finding.error(timer.placeOf("period"),
                        "this timer would tick without a pause, or once only", "period: "
                                + timer.given().get("period"), "write a duration such as 1s, or a setting")))
                .orElse(List.of());
    }

    private static List<Finding> waits(Subject subject, Flow.Visit visit) {
        Step step = visit.step();
        if (WAITING.contains(step.kind())) {
            return List.of(Finding.error(step.place(), step.kind() + " holds the cycle up", step.kind(),
                    "do it in a route of its own, and call that by wireTap"));
        }
        boolean tells = visit.above().stream().anyMatch(one -> one.endpoint().filter(call -> call.uri().equals(
                "direct:notify")).isPresent());
        Optional<Endpoint> waiting = step.endpoint().filter(call -> "true".equals(call.given().get("blockWhenFull")));
        if (tells && waiting.isPresent()) {
            return List.of(Finding.error(waiting.get().placeOf("blockWhenFull"), "a full queue holds the cycle up",
                    "blockWhenFull: true", "take it out: what finds no room is lost"));
        }
        Optional<Endpoint> slow = step.endpoint().filter(call -> !step.kind().equals("wireTap")
                && call.scheme(subject.names()).filter(scheme -> !AT_ONCE.contains(scheme)).isPresent());
        return tells && slow.isPresent() ? List.of(Finding.error(slow.get().place(), "whoever is told here holds the "
                + "cycle up while he is slow", slow.get().uri(), "put it into a route of its own, and call that by "
                        + "wireTap instead of to")) : List.of();
    }
}
