package io.lbkeeper.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file with routes, or one kamelet.
 *
 * @param name as people are to read it
 * @param root empty where it is no YAML
 */
record SourceFile(Path path, String name, boolean isKamelet, Optional<Yaml> root) {
    static final String ROUTE = ".camel.yaml";
    static final String KAMELET = ".kamelet.yaml";

    /** The file's name without its ending: what the route or the kamelet in it is called. */
    String stem() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - (isKamelet ? KAMELET : ROUTE).length());
    }

    Place at(int line) {
        return new Place(name, line);
    }

    /** What runs: all of a file with routes, and the template of a kamelet. */
    Optional<Yaml> runs() {
        return isKamelet ? root.flatMap(all -> all.get("spec", "template")) : root;
    }

    /** What a kamelet lets its callers give, each with a value that could be given. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional<Yaml> declared = root.flatMap(all -> all.get("spec", "definition", "properties"));
        if (isKamelet && declared.isPresent() && declared.get() instanceof Yaml.Mapping mapping) {
            mapping.fields().forEach((key, field) -> parameters.put(key, field.value().text("default")
                    .or(() -> field.value().text("example")).orElse("1")));
        }
        return parameters;
    }
}
