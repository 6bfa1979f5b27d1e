package io.lbkeeper.route53;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** The tables of the component's page, made from its catalogue entry in the form of Camel's component pages. */
final class OptionTables {
    private static final String CATALOGUE = "/META-INF/io/lbkeeper/route53/aws2-route53.json";
    private static final int TABLES = 3;
    private final JsonObject catalogue;

    private OptionTables(JsonObject catalogue) {
        this.catalogue = catalogue;
    }

    static OptionTables ofTheCatalogue() {
        try (InputStream json = OptionTables.class.getResourceAsStream(CATALOGUE)) {
            return new OptionTables((JsonObject) Jsoner.deserialize(
                    new InputStreamReader(json, StandardCharsets.UTF_8)));
        } catch (DeserializationException e) {
            throw new IllegalStateException(CATALOGUE + " is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with each of its tables, between START and END, made anew. */
    String writtenInto(String page) {
        String written = between(page, "component options", componentOptions());
        written = between(written, "endpoint options", endpointOptions());
        return between(written, "component headers", headers());
    }

    static int tables() {
        return TABLES;
    }

    private static String between(String page, String part, String content) {
        String start = "// " + part + ": START\n";
        String end = "// " + part + ": END\n";
        int from = page.indexOf(start);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("the page has no '" + start.strip() + "' with its END after it");
        }
        return page.substring(0, from + start.length()) + content + page.substring(to);
    }

    private String componentOptions() {
        List<Map.Entry<String, JsonObject>> options = entries("componentProperties", each -> true);
        return "\nThe component has " + options.size() + " options.\n\n" + table("Name", options, "Default");
    }

    private String endpointOptions() {
        List<Map.Entry<String, JsonObject>> path = entries("properties", each -> "path".equals(each.get("kind")));
        List<Map.Entry<String, JsonObject>> query = entries("properties", each -> !"path".equals(each.get("kind")));
        return "\n==== Path parameter\n\n" + table("Name", path, "Default")
                + "\n==== Query parameters (" + query.size() + ")\n\n" + table("Name", query, "Default");
    }

    private String headers() {
        List<Map.Entry<String, JsonObject>> headers = entries("headers", each -> true);
        return "\nThe component knows " + headers.size() + " message headers.\n\n"
                + table("Name", headers, "Operations");
    }

    private List<Map.Entry<String, JsonObject>> entries(String kind, Predicate<JsonObject> wanted) {
        Map<String, JsonObject> all = catalogue.getMap(kind);
        return all.entrySet().stream().filter(entry -> wanted.test(entry.getValue())).toList();
    }

    private static String table(String first, List<Map.Entry<String, JsonObject>> entries, String third) {
        return "[width=\"100%\",cols=\"2,5a,1,2\",options=\"header\"]\n|===\n| " + first + " | Description | " + third
                + " | Type\n"
                + entries.stream().map(entry -> row(entry.getKey(), entry.getValue())).collect(Collectors.joining())
                + "|===\n";
    }

    private static String row(String name, JsonObject option) {
        boolean header = "header".equals(option.get("kind"));
        String label = option.getStringOrDefault("label", "");
        String third = header ? label.isEmpty() ? "all" : label.replace(" ", ", ")
                : String.valueOf(option.getOrDefault("defaultValue", ""));
        return "\n| " + (header ? "`" + name + "`" : "*" + name + "*" + (label.isEmpty() ? "" : " (" + label + ")"))
                + "\n| " + description(option)
                + ("\n| " + third).stripTrailing()
                + "\n| " + String.valueOf(option.get("javaType")).replaceAll("^java\\.(?:lang|time)\\.", "")
                        .replaceAll("^(?:\\w+\\.)+(?=\\w+$)", "") + "\n";
    }

    private static String description(JsonObject option) {
        StringBuilder text = new StringBuilder();
        if (Boolean.TRUE.equals(option.get("required"))) {
            text.append("*Required* ");
        }
        if (Boolean.TRUE.equals(option.get("autowired"))) {
            text.append("*Autowired* ");
        }
        text.append(option.getString("description").replaceAll("\\.$", "")).append('.');
        if (Boolean.TRUE.equals(option.get("secret"))) {
            text.append(" Secret: it is masked in logs.");
        }
        if (option.get("enum") instanceof JsonArray values) {
            text.append(" One of:\n\n").append(Arrays.stream(values.toArray()).map(value -> "* `" + value + "`")
                    .collect(Collectors.joining("\n")));
        }
        return text.toString().replace("|", "\\|");
    }
}
