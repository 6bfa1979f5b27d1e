package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand between {@code {{} and {@code }}}.
 *
 * @param values every key with what is in effect
 */
record Names(Map<String, String> values) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([?!]?)([^{}:]*)(:[^{}]*)?}}");
    /** Camel asks somebody else for what stands behind these. */
    private static final Set<String> FUNCTIONS = Set.of("env", "sys", "service", "bean", "aws");

    /** A text as Camel would see it; empty where something in it is not known before it runs. */
    Optional<String> resolve(String text, SourceFile file) {
        Map<String, String> parameters = file.parameters();
        StringBuilder out = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            Optional<String> value = valueOf(matcher.toMatchResult(), parameters);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(matcher.appendTail(out).toString());
    }

    private Optional<String> valueOf(MatchResult found, Map<String, String> parameters) {
        String key = found.group(2).strip();
        return FUNCTIONS.contains(key) ? Optional.empty()
                : Optional.ofNullable(parameters.get(key)).or(() -> Optional.ofNullable(values.get(key)))
                        .or(() -> Optional.ofNullable(found.group(3)).map(fallback -> fallback.substring(1)));
    }

    /** The placeholders in a text that nothing stands for. */
    List<String> unknown(String text, SourceFile file) {
        Map<String, String> parameters = file.parameters();
        List<String> unknown = new ArrayList<>();
        for (MatchResult found : PLACEHOLDER.matcher(text).results().toList()) {
            String key = found.group(2).strip();
            boolean optional = !found.group(1).isEmpty() || found.group(3) != null;
            if (!optional && !parameters.containsKey(key) && !values.containsKey(key)) {
                unknown.add(key);
            }
        }
        return unknown;
    }

    /** Whether a setting that is empty stands in a text. */
    boolean needsEmpty(String text, SourceFile file) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(2).strip())
                .anyMatch(key -> !file.parameters().containsKey(key) && values.getOrDefault(key, "there").isEmpty());
    }

    /** What could have been meant in this file. */
    Set<String> known(SourceFile file) {
        Set<String> known = new TreeSet<>(values.keySet());
        known.addAll(file.parameters().keySet());
        return known;
    }
}
