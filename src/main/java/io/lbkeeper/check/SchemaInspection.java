package io.lbkeeper.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;

/** Routes, and what kamelets do, by the JSON schema that Camel brings along. */
final class SchemaInspection implements Inspection {
    /** Of a value that may have several forms, each form is complained about; these say nothing that helps. */
    private static final Set<String> VAGUE = Set.of("oneOf", "anyOf", "not");
    private static final Set<String> OF_A_TEMPLATE = Set.of("from", "route");

    private final JsonNode text;
    private final JsonSchema schema;

    SchemaInspection() {
        try (InputStream in = YamlRoutesBuilderLoader.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            text = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Camel's own schema could not be read", e);
        }
        // Preloaded, it would be unfolded into more than 256 MB.
        schema = Quiet.during(() -> JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(text,
                SchemaValidatorsConfig.builder().preloadJsonSchema(false).build()));
    }

    @Override
    public List<Finding> of(Subject subject) {
        return Quiet.during(() -> subject.files().stream().filter(file -> file.runs().isPresent())
                .flatMap(file -> judge(file, entries(file)).stream()).toList());
    }

    /** A kamelet's template is a route without its list, and may have beans beside it. */
    private static Yaml entries(SourceFile file) {
        Yaml root = file.runs().orElseThrow();
        if (!file.isKamelet() || !(root instanceof Yaml.Mapping template)) {
            return root;
        }
        List<Yaml> entries = new ArrayList<>();
        template.fields().forEach((key, field) -> {
            if (OF_A_TEMPLATE.contains(key)) {
                entries.add(new Yaml.Mapping(field.line(), new LinkedHashMap<>(Map.of(key, field))));
            }
        });
        return new Yaml.Sequence(root.line(), entries);
    }

    private List<Finding> judge(SourceFile file, Yaml routes) {
        List<ValidationMessage> all = new ArrayList<>(schema.validate(JsonView.of(routes)));
        Set<JsonNodePath> withUnknown = all.stream().filter(one -> one.getType().equals("additionalProperties"))
                .map(ValidationMessage::getInstanceLocation).collect(Collectors.toSet());
        List<ValidationMessage> told = all.stream().filter(one -> !VAGUE.contains(one.getType()))
                .filter(one -> !isOtherForm(one, routes))
                // What is missing there stands there misspelt.
                .filter(one -> !(one.getType().equals("required") && withUnknown.contains(one.getInstanceLocation())))
                .toList();
        return told.stream().map(one -> finding(file, routes, one)).toList();
    }

    /** A mapping is no text, and a text in quotes may be the number that is asked for. */
    private static boolean isOtherForm(ValidationMessage message, Yaml routes) {
        if (!message.getType().equals("type") && !message.getType().equals("enum")) {
            return false;
        }
        boolean fits = JsonView.at(routes, message.getInstanceLocation()) instanceof Yaml.Scalar scalar
                && isFit(scalar.text(), message.getMessage());
        return fits || message.getEvaluationPath().toString().matches(".*/oneOf/\\d+/type");
    }

    private static boolean isFit(String seen, String message) {
        return seen.contains("{{") || !seen.isEmpty() && message.endsWith("string expected")
                || message.endsWith("boolean expected") && seen.matches("true|false")
                || message.matches(".*(integer|number) expected") && seen.matches("-?\\d+(\\.\\d+)?");
    }

    private Finding finding(SourceFile file, Yaml routes, ValidationMessage message) {
        Yaml here = JsonView.at(routes, message.getInstanceLocation());
        String owner = JsonView.nameOf(message.getInstanceLocation());
        Place place = file.at(here.line());
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey(file, (Yaml.Mapping) here, owner, message);
            case "maxProperties" -> severalKeys(file, (Yaml.Mapping) here);
            case "required" -> Finding.error(place, owner + " has no " + message.getProperty(), "", "add "
                    + message.getProperty() + ": …");
            case "enum" -> Finding.error(place, owner + " can't have this value", seen(here), Meant.by(seen(here),
                    allowed(message), "see Camel's documentation of " + owner));
            default -> Finding.error(place, (owner.isEmpty() ? "the file" : owner) + " is of the wrong form",
                    seen(here), wanted(message));
        };
    }

    private static String seen(Yaml here) {
        return here instanceof Yaml.Scalar scalar ? scalar.text().isEmpty() ? "nothing" : scalar.text()
                : here instanceof Yaml.Sequence ? "a list" : "keys with values";
    }

    private static String wanted(ValidationMessage message) {
        return "give it " + message.getMessage().replaceFirst(".*found, (.+) expected.*", "$1")
                .replace("array", "a list, each item after \"- \"").replace("object",
                        "keys with values, indented below it")
                .replace("string", "a text").replace("boolean", "true or false").replace("integer", "a whole number");
    }

    private static Finding severalKeys(SourceFile file, Yaml.Mapping here) {
        List<String> keys = List.copyOf(here.fields().keySet());
        return Finding.error(file.at(here.lineOf(keys.get(1))), "a step has one key, and this has " + keys.size(),
                String.join(", ", keys), "begin each step with \"- \", and indent below it what belongs to it");
    }

    private Finding unknownKey(SourceFile file, Yaml.Mapping here, String owner, ValidationMessage message) {
        String key = message.getProperty();
        Set<String> known = new TreeSet<>();
        String pointer = message.getSchemaLocation().getFragment().toString().replaceFirst("/additionalProperties$",
                "/properties");
        text.at(pointer).fieldNames().forEachRemaining(known::add);
        return Finding.error(file.at(here.lineOf(key)), owner.isEmpty() ? "a file with routes has no such entry"
                : owner.equals("steps") ? "there is no such step" : owner + " has no such key", key, Meant.by(key,
                        known, "take it out, or indent it as what it belongs "
                        + "to"));
    }

    private static Set<String> allowed(ValidationMessage message) {
        Set<String> allowed = new TreeSet<>();
        message.getSchemaNode().forEach(one -> allowed.add(one.asText()));
        return allowed;
    }
}
