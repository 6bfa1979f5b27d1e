package io.lbkeeper.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint that a file names.
 *
 * @param how        the key that it is named by: {@code from}, {@code to}, {@code wireTap}, …
 * @param parameters with the lines of their keys
 */
record Endpoint(SourceFile file, String how, int line, String uri, Map<String, Yaml.Field> parameters) {
    private static final Set<String> STEPS = Set.of("to", "toD", "wireTap", "enrich", "pollEnrich", "poll", "from",
            "interceptFrom", "interceptSendToEndpoint");
    private static final String RAW = "RAW\\(.*?\\)(?=&|$)|RAW\\{.*?}(?=&|$)";
    /** As Camel's URIScanner has it, raw text may have a & in it, and ends where its bracket stands before one. */
    private static final Pattern PAIR = Pattern.compile("([^&=]+)(?:=(" + RAW + "|[^&]*))?");
    private static final Pattern ALL_RAW = Pattern.compile("^RAW[({](.*)[)}]$", Pattern.DOTALL);

    static List<Endpoint> all(SourceFile file) {
        List<Endpoint> found = new ArrayList<>();
        for (Sight sight : Sight.all(file)) {
            if (sight.isText() && sight.key().equals("uri") && !sight.parent().equals("parameters")) {
                found.add(new Endpoint(file, sight.parent(), sight.line(), sight.text(), parameters(sight.within())));
            } else if (sight.isText() && STEPS.contains(sight.key()) && !sight.parent().equals("parameters")) {
                found.add(new Endpoint(file, sight.key(), sight.line(), sight.text(), Map.of()));
            }
        }
        return found;
    }

    private static Map<String, Yaml.Field> parameters(Yaml within) {
        return within.get("parameters").filter(Yaml.Mapping.class::isInstance)
                .map(mapping -> ((Yaml.Mapping) mapping).fields()).orElse(Map.of());
    }

    boolean isConsumed() {
        return how.equals("from") || how.equals("pollEnrich") || how.equals("poll");
    }

    /** The line of a parameter, wherever it is given. */
    Place placeOf(String parameter) {
        return file.at(parameters.containsKey(parameter) ? parameters.get(parameter).line() : line);
    }

    Place place() {
        return file.at(line);
    }

    /** The parameters of both, of the URI's and of their own, as they are written. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        int query = uri.indexOf('?');
        if (query >= 0) {
            Matcher pairs = PAIR.matcher(uri.substring(query + 1));
            while (pairs.find()) {
                given.put(pairs.group(1), Optional.ofNullable(pairs.group(2)).orElse(""));
            }
        }
        parameters.forEach((key, field) -> given.put(key, field.value() instanceof Yaml.Scalar scalar ? scalar.text()
                : ""));
        return given;
    }

    /** Whether it depends on the callers of the kamelet that it is in; what stands there for it is an example. */
    boolean isGivenByCaller(String option) {
        String text = given().getOrDefault(option, "");
        return file.parameters().keySet().stream().anyMatch(name -> text.contains("{{" + name));
    }

    /** The URI without its query, resolved; empty where something in it is not known before it runs. */
    Optional<String> target(Names names) {
        return names.resolve(uri.replaceFirst("\\?.*", ""), file).map(text -> text.replaceFirst("^([\\w-]+)://",
                "$1:"));
    }

    Optional<String> scheme(Names names) {
        return target(names).filter(text -> text.contains(":")).map(text -> text.substring(0, text.indexOf(':')));
    }

    /** The whole URI as Camel would see it; empty where something in it is not known before it runs. */
    Optional<String> whole(Names names) {
        Optional<String> target = target(names);
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, String> one : given().entrySet()) {
            Optional<String> value = names.resolve(one.getValue(), file);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            // The catalogue knows nothing of raw text, and splits at what it has decoded.
            String text = ALL_RAW.matcher(value.get()).replaceFirst("$1").replace('&', '_');
            query.append(query.length() == 0 ? "?" : "&").append(one.getKey()).append('=')
                    .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        return target.map(text -> text + query);
    }
}
