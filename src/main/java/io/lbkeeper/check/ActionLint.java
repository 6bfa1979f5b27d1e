package io.lbkeeper.check;

import io.lbkeeper.decision.Decision;
import io.lbkeeper.settings.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That each decision which changes records has its branch, and that nothing else changes them. */
final class ActionLint implements Inspection {
    private static final String CHANGE = "dns-[^/]*-change-action";
    private static final Pattern NAMED = Pattern.compile("\\$\\{body\\.name}\\s*==\\s*['\"](\\w+)['\"]");
    private static final Set<String> CHANGING = names(Decision.Changing.class);
    private static final Set<String> ALL = names(Decision.class);

    @Override
    public List<Finding> of(Subject subject) {
        Optional<Route> watch = subject.route("watch");
        if (watch.isEmpty()) {
            return List.of();
        }
        Flow flow = Flow.of(subject, watch.get().steps());
        List<Finding> findings = new ArrayList<>();
        flow.kamelets(subject, CHANGE).forEach(change -> findings.addAll(change(flow, change)));
        List<Flow.Visit> branches = flow.visits().stream().filter(visit -> visit.step().kind().equals("when")
                && NAMED.matcher(visit.step().ownTexts()).find()).toList();
        CHANGING.forEach(name -> findings.addAll(branch(subject, watch.get(), flow, branches, name)));
        for (Flow.Visit branch : branches) {
            NAMED.matcher(branch.step().ownTexts()).results().map(found -> found.group(1))
                    .filter(name -> !ALL.contains(name)).forEach(name -> findings.add(Finding.error(
                            lineOfPredicate(branch.step()), "there is no decision " + name, branch.step().ownTexts(),
                            Meant.by(name, ALL, "see CONTRIBUTING.md"))));
        }
        return findings;
    }

    private static List<Finding> change(Flow flow, Flow.Visit change) {
        List<Finding> findings = new ArrayList<>();
        List<Step> filters = change.above().stream().filter(step -> step.kind().equals("filter")).toList();
        Place place = change.above().stream().filter(step -> step.kind().equals("choice")).findFirst()
                .orElse(change.step()).place();
        if (filters.stream().noneMatch(step -> step.ownTexts().contains("{{lb.dry-run}}"))) {
            findings.add(Finding.error(place, "records would be changed with lb.dry-run=true too", "", "put it into a "
                    + "filter with simple: \"'{{lb.dry-run}}' != 'true' && ${bean:cycle?method=isTimely}\""));
        }
        if (filters.stream().noneMatch(step -> step.calls("cycle", "isTimely"))) {
            findings.add(Finding.error(place, "records would be changed upon what was seen long ago", "",
                    "put it into a "
                    + "filter with simple: \"'{{lb.dry-run}}' != 'true' && ${bean:cycle?method=isTimely}\""));
        }
        boolean told = flow.visits().stream().skip(flow.indexOf(change)).anyMatch(visit -> visit.step().calls("cycle",
                "acted") && visit.above().equals(change.above()));
        if (!told) {
            findings.add(Finding.error(change.step().place(), "the cycle is never told what became of this change", "",
                    "put back - bean: {ref: cycle, method: \"acted(${body})\"} behind it"));
        }
        return findings;
    }

    private static List<Finding> branch(Subject subject, Route watch, Flow flow, List<Flow.Visit> branches,
            String name) {
        List<Flow.Visit> own = branches.stream().filter(branch -> branch.step().ownTexts().contains("'" + name + "'")
                || branch.step().ownTexts().contains("\"" + name + "\"")).toList();
        if (own.isEmpty()) {
            Optional<Flow.Visit> misspelt = branches.stream().filter(branch -> NAMED.matcher(branch.step().ownTexts())
                    .results().anyMatch(found -> !ALL.contains(found.group(1)) && Nearest.to(found.group(1),
                            List.of(name)).isPresent())).findFirst();
            Optional<Flow.Visit> choice = flow.visits().stream().filter(visit -> visit.step().kind().equals("choice")
                    && visit.step().children().stream().anyMatch(when -> NAMED.matcher(when.ownTexts()).find()))
                    .findFirst();
            return misspelt.isPresent() ? List.of() : List.of(Finding.error(choice.map(visit -> visit.step().place())
                    .orElse(watch.place()), "nothing is done upon the decision " + name, "", "put back - simple: "
                            + "\"${body.name} == '" + name + "'\" with steps: [to: {uri: direct:change-service}]"));
        }
        boolean changes = own.stream().allMatch(branch -> !Flow.of(subject, branch.step().children())
                .kamelets(subject, CHANGE).isEmpty());
        if (!changes && !flow.isWhole()) {
            return List.of();
        }
        if (!changes) {
            return List.of(Finding.error(lineOfPredicate(own.get(0).step()), "upon the decision " + name + " no record "
                    + "is changed by a kamelet dns-…-change-action", own.get(0).step().ownTexts(), "call "
                            + "direct:change-service in it"));
        }
        boolean always = own.stream().anyMatch(branch -> branch.step().ownTexts().strip().matches(
                "\\$\\{body\\.name}\\s*==\\s*['\"]" + name + "['\"]"));
        return always ? List.of() : List.of(Finding.error(lineOfPredicate(own.get(0).step()), "upon the decision "
                + name
                + " something is done in some cases only", own.get(0).step().ownTexts(), "compare with nothing but the "
                        + "name: \"${body.name} == '" + name + "'\""));
    }

    private static Place lineOfPredicate(Step when) {
        return when.file().at(when.body().lineAt("simple"));
    }

    private static Set<String> names(Class<?> sealed) {
        return concrete(sealed).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ActionLint::concrete)
                : Stream.of(type);
    }
}
