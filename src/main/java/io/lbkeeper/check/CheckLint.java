package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That a check is one: a request, judged, and confirmed before it counts. */
final class CheckLint implements Inspection {
    private static final String CONFIRMATIONS = "{{lb.check.confirmations}}";

    @Override
    public List<Finding> of(Subject subject) {
        Optional<Route> observe = subject.route("observe-haproxies").or(() -> subject.route("watch"));
        if (observe.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Flow flow = Flow.of(subject, observe.get().steps());
        String kind = subject.settings().checks().kind();
        String kamelet = "check-" + kind + "-action";
        List<Flow.Visit> checks = flow.kamelets(subject, kamelet);
        Place begin = observe.get().from().map(Endpoint::place).orElse(observe.get().place());
        if (checks.isEmpty() && flow.isWhole() && !flow.calls("cycle", "sawCheck").isEmpty()) {
            findings.add(Finding.error(begin, "no HAProxy is asked: the kamelet " + kamelet + " is not called", "",
                    "put back - to: {uri: kamelet:" + kamelet + "} before sawCheck"));
        }
        for (Flow.Visit check : checks) {
            Endpoint call = check.step().endpoint().orElseThrow();
            String confirmations = call.given().getOrDefault("confirmations", "not there");
            if (!confirmations.equals(CONFIRMATIONS)) {
                findings.add(Finding.error(call.placeOf("confirmations"), "a check without an answer counts only when "
                        + "others have confirmed it", "confirmations: " + confirmations, "write confirmations: \""
                                + CONFIRMATIONS + "\", and set that"));
            }
        }
        subject.kamelet(kamelet).ifPresent(file -> findings.addAll(confirming(subject, file, kind)));
        subject.kamelet("ask-haproxy-action").ifPresent(file -> findings.addAll(asking(subject, file)));
        return findings;
    }

    private static List<Finding> confirming(Subject subject, SourceFile kamelet, String kind) {
        Flow flow = flow(subject, kamelet);
        List<Finding> findings = new ArrayList<>();
        if (kamelet.root().isEmpty()) {
            return findings;
        }
        List<Flow.Visit> asks = flow.kamelets(subject, "ask-" + kind + "-action");
        if (asks.isEmpty() && !flow.isWhole()) {
            return findings;
        }
        if (asks.isEmpty()) {
            findings.add(Finding.error(start(kamelet), "no HAProxy is asked: the kamelet ask-" + kind + "-action is "
                    + "not called", "", "put back - to: {uri: kamelet:ask-" + kind + "-action}"));
        } else if (flow.calls("stats", "raced").isEmpty() || asks.size() < 2) {
            findings.add(Finding.error(start(kamelet),
                    "one lost packet would count as a failed check: nothing confirms "
                    + "it", "", "put back the filter with stats.raced and the split behind it"));
        }
        return findings;
    }

    private static List<Finding> asking(Subject subject, SourceFile kamelet) {
        Flow flow = flow(subject, kamelet);
        List<Finding> findings = new ArrayList<>();
        if (kamelet.root().isEmpty()) {
            return findings;
        }
        if (flow.calls("stats", "prepare").isEmpty() || flow.calls("stats", "judge").isEmpty()) {
            findings.add(Finding.error(start(kamelet), "what HAProxy's stats page says is not judged", "",
                    "put back the "
                    + "steps stats.prepare and stats.judge around the request"));
        }
        boolean knowsWhom = flow.visits().stream().anyMatch(visit -> visit.step().kind().equals("setProperty")
                && visit.step().body().text("name").filter("target"::equals).isPresent());
        if (!knowsWhom) {
            findings.add(Finding.error(start(kamelet), "the steps of stats do not know whom to ask", "", "put back - "
                    + "setProperty: {name: target, simple: \"${body}\"}"));
        }
        boolean asks = flow.visits().stream().anyMatch(visit -> visit.step().endpoint().filter(call -> call.uri()
                .startsWith("http")).isPresent() && visit.conditions().isEmpty());
        if (!asks) {
            findings.add(Finding.error(start(kamelet), "HAProxy's stats page is not asked for", "", "put back - to: "
                    + "{uri: http://haproxy} between stats.prepare and stats.judge"));
        }
        return findings;
    }

    private static Flow flow(Subject subject, SourceFile kamelet) {
        return Flow.of(subject, Route.all(kamelet).stream().flatMap(route -> route.steps().stream()).toList());
    }

    private static Place start(SourceFile kamelet) {
        return Route.all(kamelet).stream().findFirst().flatMap(Route::from).map(Endpoint::place).orElse(kamelet.at(1));
    }
}
