package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one file, and tells what keeps it from being YAML with one value to a key. */
final class YamlReader {
    private static final int DEEPEST = 100;

    private final String file;
    private final List<Finding> problems = new ArrayList<>();

    private YamlReader(String file) {
        this.file = file;
    }

    /** What a file holds; nothing where it is no YAML. */
    record Outcome(Optional<Yaml> root, List<Finding> problems) {
    }

    static Outcome read(String file, String text) {
        YamlReader reader = new YamlReader(file);
        Optional<Yaml> root = reader.parse(text);
        return new Outcome(root, List.copyOf(reader.problems));
    }

    private Optional<Yaml> parse(String text) {
        try {
            Optional<Node> node = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            if (node.isEmpty()) {
                problem(1, "the file is empty", "", "write a route into it, or delete it");
            }
            return node.map(root -> value(root, 0));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().or(e::getContextMark).map(mark -> mark.getLine() + 1).orElse(1);
            int quote = lineOfOpenQuote(text, line);
            problem(quote > 0 ? quote : line, "this is no YAML: " + e.getProblem(), lineOf(text, quote > 0 ? quote
                    : line)
                    .strip(), quote > 0 ? "close the quotes" : remedy(text, line));
        } catch (YamlEngineException | IllegalArgumentException e) {
            problem(1, "this is no YAML: " + e.getMessage(), "", "mend it, or restore the file");
        }
        return Optional.empty();
    }

    private static String remedy(String text, int line) {
        return lineOf(text, line).indexOf('\t') >= 0 ? "indent with blanks, not with tabs"
                : "look at the indent, the quotes and the brackets of this line and the one before it";
    }

    /** What is wrong shows where the quotes end at last, and not where they begin; 0 where all are closed. */
    private static int lineOfOpenQuote(String text, int until) {
        List<String> lines = text.lines().limit(until).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#.*", "").replace("\\\"", "");
            if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String lineOf(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    private Yaml value(Node node, int depth) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested deeper than " + DEEPEST + " levels");
        }
        if (node instanceof SequenceNode sequence) {
            return new Yaml.Sequence(line, sequence.getValue().stream().map(item -> value(item, depth + 1)).toList());
        }
        if (node instanceof MappingNode mapping) {
            return new Yaml.Mapping(line, fields(mapping, depth));
        }
        ScalarNode scalar = (ScalarNode) node;
        return new Yaml.Scalar(line, scalar.getValue(), scalar.isPlain());
    }

    private Map<String, Yaml.Field> fields(MappingNode mapping, int depth) {
        Map<String, Yaml.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Yaml.Field first = fields.putIfAbsent(key, new Yaml.Field(line, value(tuple.getValueNode(), depth + 1)));
            if (first != null) {
                problem(line, "the key " + key + " stands here again, first on line " + first.line(), "",
                        "keep one of the two");
            }
        }
        return fields;
    }

    private void problem(int line, String what, String seen, String suggestion) {
        problems.add(Finding.error(new Place(file, line), what, seen, suggestion));
    }
}
