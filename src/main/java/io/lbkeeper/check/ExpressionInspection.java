package io.lbkeeper.check;

import io.lbkeeper.settings.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.component.bean.MethodNotFoundException;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.apache.camel.spi.Language;

/** Placeholders and expressions. */
final class ExpressionInspection implements Inspection {
    private static final Set<String> PREDICATES = Set.of("filter", "when", "validate", "onWhen", "handled", "continued",
            "retryWhile", "completionPredicate");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{exchangeProperty\\.([\\w-]+)");
    private static final Pattern INSIDE = Pattern.compile("\\$\\{[^}]*}?");

    @Override
    public List<Finding> of(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        Set<String> properties = subject.sights().filter(sight -> sight.key().equals("name") && Set.of("setProperty",
                "setProperties").contains(sight.parent())).map(Sight::text).collect(Collectors.toCollection(
                        TreeSet::new));
        subject.sights().forEach(sight -> {
            findings.addAll(placeholders(subject, sight));
            findings.addAll(properties(sight, properties));
            findings.addAll(simple(subject, sight));
        });
        return findings;
    }

    private static List<Finding> placeholders(Subject subject, Sight sight) {
        return texts(sight).stream().flatMap(one -> subject.names().unknown(one.text(), sight.file()).stream()
                .map(key -> Finding.error(sight.file().at(one.line()), "nothing is known as {{" + key + "}}",
                        one.text(),
                        Meant.by(key, subject.names().known(sight.file()), sight.file().isKamelet()
                                ? "declare it below properties:, or set it in " + subject.config()
                                : "set it in " + subject.config())))).toList();
    }

    /** The text at a key, or the texts of a list there: those of keys within it come by themselves. */
    private static List<Yaml.Scalar> texts(Sight sight) {
        if (sight.value() instanceof Yaml.Sequence sequence) {
            return sequence.items().stream().filter(Yaml.Scalar.class::isInstance).map(Yaml.Scalar.class::cast)
                    .toList();
        }
        return sight.value() instanceof Yaml.Scalar scalar ? List.of(scalar) : List.of();
    }

    private static List<Finding> properties(Sight sight, Set<String> set) {
        List<Finding> findings = new ArrayList<>();
        for (MatchResult found : PROPERTY.matcher(sight.text()).results().toList()) {
            String name = found.group(1);
            if (!set.contains(name) && !name.startsWith("Camel")) {
                boolean meant = Nearest.to(name, set).isPresent();
                findings.add(new Finding(sight.file().name(), sight.line(), meant ? Severity.ERROR : Severity.WARNING,
                        "nothing sets the property " + name, found.group() + "}", Meant.by(name, set, "set it by "
                                + "setProperty before")));
            }
        }
        return findings;
    }

    private static List<Finding> simple(Subject subject, Sight sight) {
        boolean isExpression = sight.key().equals("simple") || sight.key().equals("expression") && sight.parent()
                .equals("simple");
        boolean isText = sight.key().equals("message") && sight.parent().equals("log") || sight.key().equals("log")
                || sight.key().equals("uri") && sight.parent().equals("toD");
        if (!sight.isText() || !isExpression && !isText) {
            return List.of();
        }
        Optional<String> text = subject.names().resolve(sight.text(), sight.file());
        boolean predicate = isExpression && PREDICATES.contains(sight.parent());
        return text.flatMap(one -> complaint(subject, one, predicate)).map(complaint -> List.of(Finding.error(
                sight.place(), "this is no simple expression: " + complaint, sight.text(), remedy(sight.text()))))
                .orElse(List.of());
    }

    private static Optional<String> complaint(Subject subject, String text, boolean predicate) {
        Language simple = subject.bench().camel().resolveLanguage("simple");
        try {
            if (predicate) {
                simple.createPredicate(text);
            } else {
                simple.createExpression(text);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            Throwable cause = Reasons.innermost(e);
            // Whoever looks at beans says so.
            boolean isOfBeans = cause instanceof NoSuchBeanException || cause instanceof MethodNotFoundException;
            return isOfBeans ? Optional.empty() : Optional.of(cause instanceof SimpleIllegalSyntaxException syntax
                    ? syntax.getShortMessage() : Reasons.of(e));
        }
    }

    private static String remedy(String text) {
        if (INSIDE.matcher(text).results().anyMatch(found -> !found.group().endsWith("}"))) {
            return "close ${ with }";
        }
        if (text.matches(".*[^=!<>~]=[^=~].*") && !text.contains("==")) {
            return "compare with ==";
        }
        return text.matches(".*[^&]&[^&].*") ? "write && for and"
                : "put texts into '…', blanks around operators, and a "
                + "known function into ${…}";
    }
}
