package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What holds for each file under routes/, whatever it does. */
class RouteFilesTest {
    private static final Path ROUTES = Path.of("routes");
    private static final Path KAMELETS = ROUTES.resolve("kamelets");
    private static final String ROUTE = ".camel.yaml";
    private static final String KAMELET = ".kamelet.yaml";
    private static final Pattern SETTING = Pattern.compile("\\{\\{(lb\\.[^}:]+)}}");

    @Test
    void thereIsNothingElse() throws IOException {
        List<Path> others = files(ROUTES, file -> Files.isRegularFile(file)
                && !(file.getParent().equals(ROUTES) && file.toString().endsWith(ROUTE))
                && !(file.getParent().equals(KAMELETS) && file.toString().endsWith(KAMELET)));
        assertThat(others).isEmpty();
    }

    /** take-over.camel.yaml is tested by TakeOverRouteTest, check-x-action.kamelet.yaml by CheckXActionTest. */
    @Test
    void eachHasItsTest() throws IOException {
        List<String> untested = new ArrayList<>();
        for (Path file : all()) {
            String name = file.getFileName().toString();
            String test = getClass().getPackageName() + "." + camelCase(name.substring(0, name.indexOf('.')))
                    + (name.endsWith(ROUTE) ? "RouteTest" : "Test");
            try {
                Class.forName(test);
            } catch (ClassNotFoundException e) {
                untested.add(file + " has no test class " + test);
            }
        }
        assertThat(untested).isEmpty();
    }

    @Test
    void aRouteFileIsOneRouteWithADescription() throws IOException {
        for (Path file : files(ROUTES, path -> path.toString().endsWith(ROUTE))) {
            List<?> entries = (List<?>) parse(file);
            assertThat(entries).as("%s: one route a file", file).hasSize(1);
            Map<?, ?> route = (Map<?, ?>) ((Map<?, ?>) entries.get(0)).get("route");
            assertThat(route).as("%s: the canonical form begins with - route:", file).isNotNull();
            assertThat(route.get("id")).as("%s: id", file).asString().isNotBlank();
            assertThat(route.get("description")).as("%s: description", file).asString().endsWith(".");
        }
    }

    @Test
    void aKameletTellsWhatItTakesAndGives() throws IOException {
        for (Path file : files(KAMELETS, path -> path.toString().endsWith(KAMELET))) {
            Map<?, ?> spec = (Map<?, ?>) ((Map<?, ?>) parse(file)).get("spec");
            Map<?, ?> definition = (Map<?, ?>) spec.get("definition");
            assertThat(definition.get("title")).as("%s: title", file).asString().isNotBlank();
            assertThat(definition.get("description")).as("%s: description", file).asString().contains("Out: ");
            Map<?, ?> properties = definition.containsKey("properties") ? (Map<?, ?>) definition.get("properties")
                    : Map.of();
            properties.forEach((name, property) -> assertThat(((Map<?, ?>) property).keySet()).as("%s: %s", file, name)
                    .map(Object::toString).contains("title", "description", "type"));
        }
    }

    @Test
    void eachStepHasAnIdOfItsOwnByWhichItCanBeWoven() throws IOException {
        Map<String, String> places = new HashMap<>();
        for (Path file : files(ROUTES, path -> path.toString().endsWith(ROUTE))) {
            for (Object step : steps(parse(file))) {
                Map.Entry<?, ?> only = ((Map<?, ?>) step).entrySet().iterator().next();
                Object id = only.getValue() instanceof Map<?, ?> body ? body.get("id") : null;
                assertThat(id).as("%s: the id of the step %s", file, step).isNotNull();
                assertThat(places.put(id.toString(), file.toString()))
                        .as("where the id %s of %s stands too; Camel does not start with both", id, file).isNull();
            }
        }
    }

    @Test
    void optionsStandAsParametersAndNotInTheUri() throws IOException {
        List<String> inUri = new ArrayList<>();
        for (Path file : all()) {
            Files.readAllLines(file).stream().filter(line -> line.strip().matches("(- to|uri): .*\\?.*"))
                    .forEach(line -> inUri.add(file + ": " + line.strip()));
        }
        assertThat(inUri).isEmpty();
    }

    @Test
    void eachPlaceholderIsASetting() throws Exception {
        Set<String> settings = Settings.of(RouteTestBase.pair(), "the pair", Set.of()).placeholders()
                .stringPropertyNames();
        for (Path file : all()) {
            Set<String> used = SETTING.matcher(Files.readString(file)).results().map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(settings).as("settings that %s needs", file).containsAll(used);
        }
    }

    /** All steps anywhere below, those inside other steps too. */
    private static List<Object> steps(Object node) {
        List<Object> found = new ArrayList<>();
        if (node instanceof List<?> list) {
            list.forEach(each -> found.addAll(steps(each)));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("steps") instanceof List<?> own) {
                found.addAll(own);
            }
            map.values().forEach(each -> found.addAll(steps(each)));
        }
        return found;
    }

    private static Object parse(Path file) throws IOException {
        return new Load(LoadSettings.builder().setLabel(file.toString()).build())
                .loadFromString(Files.readString(file));
    }

    private static String camelCase(String name) {
        return Arrays.stream(name.split("-")).map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<Path> all() throws IOException {
        return files(ROUTES, path -> path.toString().endsWith(".yaml"));
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(wanted).sorted().toList();
        }
    }
}
