package io.lbkeeper.check;

import io.lbkeeper.settings.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The form of kamelets, and what their callers give them. */
final class KameletInspection implements Inspection {
    private static final Set<String> PARTS = Set.of("definition", "template", "types", "dataTypes", "dependencies",
            "sources");
    private static final Set<String> OF_A_DEFINITION = Set.of("title", "description", "type", "required", "properties");
    /** Camel's own parameters of a call. */
    private static final Set<String> OF_CAMEL = Set.of("location", "noErrorHandler", "bridgeErrorHandler",
            "exceptionHandler", "exchangePattern", "block", "timeout", "lazyStartProducer", "autowiredEnabled");

    @Override
    public List<Finding> of(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        subject.kamelets().filter(file -> file.root().isPresent()).forEach(file -> findings.addAll(form(file)));
        for (Endpoint call : subject.endpoints()) {
            Optional<String> target = call.target(subject.names()).filter(text -> text.startsWith("kamelet:"))
                    .filter(text -> !text.matches("kamelet:(source|sink)"));
            target.flatMap(text -> subject.kamelet(text.substring("kamelet:".length()).replaceFirst("/.*", "")))
                    .filter(kamelet -> kamelet.root().isPresent())
                    .ifPresent(kamelet -> findings.addAll(call(subject, call, kamelet)));
        }
        return findings;
    }

    private static List<Finding> form(SourceFile file) {
        Yaml root = file.root().orElseThrow();
        List<Finding> findings = new ArrayList<>();
        if (root.text("kind").filter("Kamelet"::equals).isEmpty()) {
            findings.add(Finding.error(file.at(root.lineAt("kind")), "this is no kamelet", "kind: "
                    + root.text("kind").orElse("nothing"), "write kind: Kamelet"));
        }
        String name = root.text("metadata", "name").orElse("nothing");
        if (!name.equals(file.stem())) {
            findings.add(Finding.error(file.at(root.get("metadata").map(data -> data.lineAt("name"))
                    .orElse(root.line())), "a kamelet is named as its file", "name: " + name, "write name: "
                            + file.stem() + ", or rename the file"));
        }
        List<Finding> misspelt = parts(file, root);
        findings.addAll(misspelt);
        Optional<Yaml> from = root.get("spec", "template", "from").or(() -> root.get("spec", "template", "route",
                "from"));
        if (from.isEmpty() && misspelt.isEmpty()) {
            findings.add(Finding.error(file.at(root.get("spec").map(spec -> spec.lineAt("template"))
                    .orElse(root.line())), "the kamelet does nothing: it has no template with a from", "",
                    "add spec.template.from with uri: kamelet:source and steps"));
        }
        root.get("spec", "definition").ifPresent(definition -> {
            findings.addAll(definition(file, definition));
            findings.addAll(required(file, definition));
        });
        return findings;
    }

    private static List<Finding> parts(SourceFile file, Yaml root) {
        List<Finding> findings = new ArrayList<>();
        Optional<Yaml> spec = root.get("spec");
        if (spec.isPresent() && spec.get() instanceof Yaml.Mapping mapping) {
            mapping.fields().forEach((key, field) -> {
                if (!PARTS.contains(key)) {
                    findings.add(Finding.error(file.at(field.line()), "a kamelet's spec has no such key", key,
                            Meant.by(key, PARTS, "take it out")));
                }
            });
        }
        return findings;
    }

    /** Others may be there for other tools; nearly one of these is meant to be it. */
    private static List<Finding> definition(SourceFile file, Yaml definition) {
        return definition instanceof Yaml.Mapping mapping ? mapping.fields().entrySet().stream()
                .filter(one -> !OF_A_DEFINITION.contains(one.getKey()))
                .flatMap(one -> Nearest.to(one.getKey(), OF_A_DEFINITION).stream().map(meant -> Finding.error(
                        file.at(one.getValue().line()), "a kamelet's definition has no such key", one.getKey(),
                        "did you mean " + meant + "?"))).toList() : List.of();
    }

    private static List<Finding> required(SourceFile file, Yaml definition) {
        List<Finding> findings = new ArrayList<>();
        for (Yaml one : definition.items("required")) {
            String name = one instanceof Yaml.Scalar scalar ? scalar.text() : "";
            if (!file.parameters().containsKey(name)) {
                findings.add(Finding.error(file.at(one.line()), "what is required is not declared among the "
                        + "properties", name, Meant.by(name, file.parameters().keySet(), "declare it below "
                                + "properties:")));
            }
        }
        return findings;
    }

    private static List<Finding> call(Subject subject, Endpoint call, SourceFile kamelet) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> declared = kamelet.parameters();
        Map<String, String> given = call.given();
        given.keySet().stream().filter(name -> !declared.containsKey(name) && !OF_CAMEL.contains(name))
                // One call may serve several kamelets, by lb.address for example.
                .filter(name -> !isForAnother(subject, call, name))
                .forEach(name -> findings.add(Finding.error(call.placeOf(name), "the kamelet " + kamelet.stem()
                        + " takes no such parameter", name, Meant.by(name, declared.keySet(), "take it out"))));
        Yaml definition = kamelet.root().flatMap(root -> root.get("spec", "definition")).orElse(
                new Yaml.Scalar(0, "", true));
        for (Yaml one : definition.items("required")) {
            String name = one instanceof Yaml.Scalar scalar ? scalar.text() : "";
            boolean isThere = given.containsKey(name) || subject.names().values().containsKey(name)
                    || definition.get("properties", name, "default").isPresent();
            // What is given is perhaps it, misspelt; that has been said.
            boolean meant = given.keySet().stream().anyMatch(other -> !declared.containsKey(other)
                    && Nearest.to(other, declared.keySet()).filter(name::equals).isPresent());
            if (!isThere && !meant && declared.containsKey(name)) {
                findings.add(Finding.error(call.place(), "the kamelet " + kamelet.stem() + " needs the parameter "
                        + name, given.isEmpty() ? "no parameters" : String.join(", ", new TreeSet<>(given.keySet())),
                        "add " + name + ": … below parameters:"));
            }
        }
        return findings;
    }

    private static boolean isForAnother(Subject subject, Endpoint call, String name) {
        return call.uri().contains("{{") && subject.kamelets().anyMatch(other -> other.parameters().containsKey(name)
                && other.stem().startsWith(call.uri().replaceFirst("kamelet:/*", "").replaceFirst("\\{\\{.*", "")));
    }
}
