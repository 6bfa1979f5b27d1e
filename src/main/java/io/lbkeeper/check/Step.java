package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A step of a route.
 *
 * @param kind     its key: {@code to}, {@code bean}, {@code filter}, …
 * @param children what is done within it, the branches of a choice and of a try included
 */
record Step(SourceFile file, String kind, int line, Yaml body, List<Step> children) {
    private static final List<String> BRANCHES = List.of("when", "otherwise", "doCatch", "doFinally", "onFallback");
    private static final Set<String> HIDDEN = Set.of("steps", "when", "otherwise", "doCatch", "doFinally",
            "onFallback");

    /** The steps within a mapping. */
    static List<Step> all(SourceFile file, Yaml within) {
        List<Step> steps = new ArrayList<>();
        for (Yaml item : within.items("steps")) {
            if (item instanceof Yaml.Mapping mapping) {
                mapping.fields().forEach((kind, field) -> steps.add(of(file, kind, field)));
            }
        }
        // In flow style a single step may stand without its list.
        within.get("steps").filter(Yaml.Mapping.class::isInstance).ifPresent(single -> ((Yaml.Mapping) single).fields()
                .forEach((kind, field) -> steps.add(of(file, kind, field))));
        for (String branch : BRANCHES) {
            Optional<Yaml> found = within.get(branch);
            if (found.isPresent() && found.get() instanceof Yaml.Sequence several) {
                several.items().forEach(one -> steps.add(of(file, branch, new Yaml.Field(one.line(), one))));
            } else if (found.isPresent()) {
                steps.add(of(file, branch, new Yaml.Field(within.lineAt(branch), found.get())));
            }
        }
        return steps;
    }

    private static Step of(SourceFile file, String kind, Yaml.Field field) {
        return new Step(file, kind, field.line(), field.value(), all(file, field.value()));
    }

    Place place() {
        return file.at(line);
    }

    /** Where it sends to, if it sends. */
    Optional<Endpoint> endpoint() {
        if (body instanceof Yaml.Scalar) {
            return Set.of("to", "toD", "wireTap").contains(kind) ? Optional.of(new Endpoint(file, kind, line,
                    ((Yaml.Scalar) body).text(), Map.of())) : Optional.empty();
        }
        return body.text("uri").map(uri -> new Endpoint(file, kind, body.lineAt("uri"), uri,
                body.get("parameters").filter(Yaml.Mapping.class::isInstance)
                        .map(mapping -> ((Yaml.Mapping) mapping).fields()).orElse(Map.of())));
    }

    /** Whether it calls this method of this bean, as a step or within an expression. */
    boolean calls(String bean, String method) {
        if (kind.equals("bean") && body.text("ref").filter(bean::equals).isPresent()
                && body.text("method").filter(text -> text.replaceFirst("\\(.*", "").strip().equals(method))
                        .isPresent()) {
            return true;
        }
        return Pattern.compile("bean:" + bean + "(\\?method=|\\.|::)" + method + "\\b").matcher(ownTexts()).find();
    }

    /** All texts of its own, those of the steps within it left out. */
    String ownTexts() {
        StringBuilder texts = new StringBuilder();
        collect(body, texts);
        return texts.toString();
    }

    private static void collect(Yaml value, StringBuilder texts) {
        if (value instanceof Yaml.Scalar scalar) {
            texts.append(scalar.text()).append('\n');
        } else if (value instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> collect(item, texts));
        } else if (value instanceof Yaml.Mapping mapping) {
            mapping.fields().forEach((key, field) -> {
                if (!HIDDEN.contains(key)) {
                    collect(field.value(), texts);
                }
            });
        }
    }
}
