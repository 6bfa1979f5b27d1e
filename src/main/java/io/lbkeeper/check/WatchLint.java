package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the cycle cannot do without, up to its decision, and what keeps the watchdog honest. */
final class WatchLint implements Inspection {
    private static final String PERIOD = "{{lb.check.tick}}";
    private static final List<Landmark> SEEN = List.of(
            new Landmark("cycle", "sawRequests", "observe", "nobody's pause, drain or switchover is seen",
                    "put back requests.read and - bean: {ref: cycle, method: \"sawRequests(${body})\"}"),
            new Landmark("cycle", "sawAddress", "observe-address", "this node's own address is never looked at",
                    "put back - bean: {ref: cycle, method: \"sawAddress(${body})\"}"),
            new Landmark("cycle", "sawRecords", "observe-records", "the records are never looked at",
                    "put back - bean: {ref: cycle, method: \"sawRecords(${body})\"}"),
            new Landmark("cycle", "targets", "observe-haproxies", "no HAProxy is ever checked",
                    "put back the split over ${bean:cycle?method=targets}"),
            new Landmark("cycle", "sawCheck", "check-haproxy", "no HAProxy is ever checked",
                    "put back - bean: {ref: cycle, method: \"sawCheck(${exchangeProperty.target}, ${body})\"}"));

    /** A call without which nothing works. */
    private record Landmark(String bean, String method, String home, String without, String remedy) {
    }

    @Override
    public List<Finding> of(Subject subject) {
        Optional<Route> watch = subject.route("watch");
        if (watch.isEmpty()) {
            Optional<SourceFile> file = subject.files().stream().filter(one -> one.stem().equals("watch")).findFirst();
            // A file that can't be read has been told of.
            return file.filter(one -> one.root().isEmpty()).isPresent() ? List.of() : List.of(Finding.error(
                    new Place(file.map(SourceFile::name).orElse(subject.routes().toString()), file.isPresent() ? 1 : 0),
                    "there is no route watch, so nothing would ever be looked at", "", "put back watch.camel.yaml"));
        }
        List<Finding> findings = new ArrayList<>(timer(watch.get()));
        Flow flow = Flow.of(subject, watch.get().steps());
        List<Flow.Visit> decides = flow.calls("cycle", "decide");
        if (decides.isEmpty()) {
            findings.add(missing(watch.get(), "nothing is ever decided", "put back - bean: {id: decide, ref: cycle, "
                    + "method: decide} behind the call of direct:observe"));
            return findings;
        }
        Flow.Visit decide = decides.get(0);
        if (decides.size() > 1) {
            findings.add(Finding.error(decides.get(1).step().place(), "a cycle decides once, and here it does again",
                    "decide", "take it out"));
        }
        findings.addAll(gate(watch.get(), flow, decide));
        findings.addAll(seen(subject, watch.get(), flow, decide));
        findings.addAll(fed(subject, watch.get(), flow, decide));
        findings.addAll(told(watch.get(), flow, decide));
        findings.addAll(stops(flow));
        return findings;
    }

    private static List<Finding> timer(Route watch) {
        Optional<Endpoint> from = watch.from();
        if (from.isEmpty() || !from.get().uri().startsWith("timer:")) {
            return List.of(Finding.error(from.map(Endpoint::place).orElse(watch.place()),
                    "watch begins with its timer, "
                    + "or no cycle ever starts", from.map(Endpoint::uri).orElse("no uri"), "write uri: timer:watch"));
        }
        List<Finding> findings = new ArrayList<>();
        String synchronous = from.get().given().getOrDefault("synchronous", "not there");
        if (!synchronous.equals("true")) {
            findings.add(Finding.error(from.get().placeOf("synchronous"), "without synchronous: true a second cycle "
                    + "would start beside the first", "synchronous: " + synchronous, "write synchronous: true"));
        }
        String period = from.get().given().getOrDefault("period", "not there");
        if (!period.equals(PERIOD)) {
            findings.add(Finding.error(from.get().placeOf("period"), "the timer of watch ticks at the pace of the "
                    + "settings", "period: " + period, "write period: \"" + PERIOD + "\", and set lb.check.interval"));
        }
        Set<String> ending = Set.of("repeatCount", "time");
        from.get().given().keySet().stream().filter(ending::contains).forEach(name -> findings.add(Finding.error(
                from.get().placeOf(name), "the timer of watch never ends and starts at once", name, "take it out")));
        return findings;
    }

    private static List<Finding> gate(Route watch, Flow flow, Flow.Visit decide) {
        List<Finding> findings = new ArrayList<>();
        if (decide.above().stream().noneMatch(step -> step.kind().equals("filter") && step.calls("cycle", "isDue"))) {
            findings.add(missing(watch, "no cycle ever begins: only isDue begins one", "put everything into a filter "
                    + "with simple: \"${bean:cycle?method=isDue}\""));
        }
        decide.conditions().stream().filter(step -> !step.calls("cycle", "isDue")).forEach(step -> findings.add(
                Finding.error(step.place(), "a cycle that has begun decides in every case, and here only in some",
                        step.kind(), "take decide out of it")));
        return findings;
    }

    private static List<Finding> seen(Subject subject, Route watch, Flow flow, Flow.Visit decide) {
        List<Finding> findings = new ArrayList<>();
        for (Landmark landmark : SEEN) {
            List<Flow.Visit> calls = flow.calls(landmark.bean(), landmark.method());
            Optional<Flow.Visit> before = calls.stream().filter(call -> flow.indexOf(call) < flow.indexOf(decide))
                    .min(Comparator.comparing(call -> call.isWithin("wireTap")));
            if (before.isPresent()) {
                before.get().conditions().stream().filter(step -> isNotShipped(step, decide)).forEach(step ->
                        findings.add(Finding.error(step.place(), "in some cycles " + landmark.without(), step.kind(),
                                "take " + landmark.method() + " out of it")));
            } else if (calls.isEmpty()) {
                findings.addAll(unseen(subject, watch, flow, landmark));
            } else {
                findings.add(Finding.error(calls.get(0).step().place(), "it is looked at after the decision, which "
                        + "knows nothing of it", landmark.method(), "move it before the step decide"));
            }
        }
        return findings;
    }

    /** Where a step is gone, in the route that had it; where that is not called, in the one that called it. */
    private static List<Finding> unseen(Subject subject, Route watch, Flow flow, Landmark landmark) {
        Optional<Route> home = subject.route(landmark.home());
        Optional<Route> observe = subject.route("observe");
        if (!flow.isWhole()) {
            return List.of();
        }
        if (home.filter(flow::passes).isPresent() || home.isEmpty()) {
            return List.of(missing(home.orElse(watch), landmark.without(), landmark.remedy()));
        }
        boolean observes = observe.filter(flow::passes).isPresent();
        return List.of(missing(observes ? observe.get() : watch, observes ? landmark.without()
                : "the cycle looks at nothing before it decides", "put back - to: {uri: direct:" + (observes
                        ? landmark.home() : "observe") + "}"));
    }

    /** What the shipped routes make depend on something: the cycle itself, the records, each node. */
    private static boolean isNotShipped(Step step, Flow.Visit decide) {
        return !decide.above().contains(step) && !step.calls("cycle", "needsRecords") && !step.calls("cycle",
                "targets");
    }

    private static List<Finding> fed(Subject subject, Route watch, Flow flow, Flow.Visit decide) {
        List<Finding> findings = new ArrayList<>();
        List<Flow.Visit> fed = flow.calls("watchdog", "fed");
        if (fed.isEmpty()) {
            findings.add(missing(watch, "the watchdog is never fed, and would end lbkeeper again and again",
                    "put back - bean: {id: fed, ref: watchdog, method: fed} as the last step"));
        }
        for (Flow.Visit visit : fed) {
            if (flow.indexOf(visit) < flow.indexOf(decide)) {
                findings.add(Finding.error(visit.step().place(),
                        "the watchdog is fed before the cycle is complete, and "
                        + "would not notice one that hangs", "fed", "make it the last step"));
            } else if (!visit.conditions().equals(decide.conditions())) {
                findings.add(Finding.error(visit.step().place(), "the watchdog is fed in some cycles only",
                        "fed within "
                        + last(visit.above()).kind(), "make it the last step beside decide"));
            } else {
                findings.addAll(after(flow, visit));
            }
        }
        subject.all().stream().filter(route -> !route.id().equals("watch")).flatMap(route -> Flow.of(subject,
                route.steps()).calls("watchdog", "fed").stream()).filter(visit -> !fed.stream().map(Flow.Visit::step)
                        .toList().contains(visit.step())).forEach(visit -> findings.add(Finding.error(
                                visit.step().place(), "the watchdog is fed by something that is no cycle", "fed",
                                "take it out")));
        return findings;
    }

    /** Nothing that may hang or fail comes behind it. */
    private static List<Finding> after(Flow flow, Flow.Visit fed) {
        return flow.visits().stream().skip(flow.indexOf(fed) + 1L).filter(visit -> visit.above().equals(fed.above()))
                .limit(1).map(visit -> Finding.error(visit.step().place(),
                        "the watchdog is fed before this is done, and "
                        + "would not notice that it hangs", visit.step().kind(), "move it before the step fed"))
                .toList();
    }

    private static List<Finding> told(Route watch, Flow flow, Flow.Visit decide) {
        List<Flow.Visit> told = flow.calls("status", "publish");
        if (told.isEmpty()) {
            return List.of(missing(watch, "nobody is told how it is: lbkeeper status would say STALE",
                    "put back - bean: "
                    + "{id: publish, ref: status, method: publish} before the step fed"));
        }
        return told.stream().filter(visit -> !visit.conditions().equals(decide.conditions()))
                .map(visit -> Finding.error(
                visit.step().place(), "the status is told in some cycles only", "publish within " + last(visit.above())
                        .kind(), "put it before the step fed")).toList();
    }

    private static List<Finding> stops(Flow flow) {
        return flow.visits().stream().filter(visit -> visit.step().kind().equals("stop") && !visit.isWithin("wireTap"))
                .map(visit -> Finding.error(visit.step().place(),
                        "stop ends what it stands in, and what comes behind is "
                        + "not done", "stop", "put what shall not be done into a filter")).toList();
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }

    private static Finding missing(Route route, String what, String remedy) {
        return Finding.error(route.from().map(Endpoint::place).orElse(route.place()), what, "", remedy);
    }
}
