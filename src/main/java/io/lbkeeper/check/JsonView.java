package io.lbkeeper.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import java.math.BigInteger;

/** YAML as the schema's judge wants it, and the way back from a place in it. */
final class JsonView {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonView() {
    }

    static JsonNode of(Yaml yaml) {
        if (yaml instanceof Yaml.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        if (yaml instanceof Yaml.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.fields().forEach((key, field) -> object.set(key, of(field.value())));
            return object;
        }
        return scalar((Yaml.Scalar) yaml);
    }

    private static JsonNode scalar(Yaml.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return JSON.textNode(text);
        }
        if (text.matches("true|false")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (text.matches("-?\\d+")) {
            return JSON.numberNode(new BigInteger(text));
        }
        return text.matches("|~|null") ? JSON.nullNode() : JSON.textNode(text);
    }

    /** What stands at a place; the nearest around it where nothing does. */
    static Yaml at(Yaml root, JsonNodePath path) {
        Yaml here = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (element instanceof Integer index && here instanceof Yaml.Sequence sequence) {
                here = sequence.items().get(index);
            } else {
                here = here.get(element.toString()).orElse(here);
            }
        }
        return here;
    }

    /** The last key on the way to a place. */
    static String nameOf(JsonNodePath path) {
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            if (!(path.getElement(i) instanceof Integer)) {
                return path.getElement(i).toString();
            }
        }
        return "";
    }
}
