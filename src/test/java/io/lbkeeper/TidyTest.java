package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the house's walls and sizes. There is no list of exceptions, and there shall be none. */
class TidyTest {
    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 70;
    private static final int LINE_CHARS = 120;
    private static final int ROUTE_LINES = 60;
    private static final int LAW_LINES = 5;

    private static final Path MAIN = Path.of("src/main/java");
    private static final List<Path> JAVA = List.of(MAIN, Path.of("src/test/java"), Path.of("integration-tests"));
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern METHOD = Pattern.compile("^ {4}(?! )(?!(?:private |public |static |final )*"
            + "(?:class|interface|enum|record|sealed)\\b)[^=;@/*]*\\)[^;=]*\\{$", Pattern.MULTILINE);
    private static final Pattern NAMES_NOT_USED = Pattern.compile(
            "(?i)\\b\\w*(master|slave|manager|helper|util|utils|impl)\\.java$");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    @Test
    void packagesStayBehindTheirWalls() throws IOException {
        Path house = MAIN.resolve("io/lbkeeper");
        List<String> breaches = new ArrayList<>(breaches(house, "io.lbkeeper.", Walls.WALLS));
        breaches.addAll(breaches(house.resolve("localroute53"), Walls.LOCAL, Walls.LOCAL_WALLS));
        breaches.addAll(breaches(house.resolve("rehearsal"), Walls.REHEARSAL, Walls.REHEARSAL_WALLS));
        assertThat(breaches).as("a package reaches over its wall; move the code or bring a value instead").isEmpty();
    }

    @Test
    void eachPartOfTheLocalRoute53AndOfTheRehearsalHasItsWall() throws IOException {
        for (Map.Entry<String, Map<String, List<String>>> walls : Map.of("localroute53", Walls.LOCAL_WALLS,
                "rehearsal", Walls.REHEARSAL_WALLS).entrySet()) {
            Path whole = MAIN.resolve("io/lbkeeper/" + walls.getKey());
            try (Stream<Path> parts = Files.list(whole).filter(Files::isDirectory)) {
                assertThat(parts.map(part -> part.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
                        walls.getValue().keySet());
            }
        }
    }

    @Test
    void decisionsAndLocalZonesArePure() throws IOException {
        Pattern impure = Pattern.compile("System\\.(?!arraycopy)|Instant\\.now|LocalDate|Clock|Random|Thread"
                + "|java\\.util\\.concurrent|java\\.util\\.Timer|UUID\\.");
        for (String pure : List.of("decision", "localroute53/zone", "localroute53/health", "localroute53/account",
                "rehearsal/time", "rehearsal/world", "rehearsal/referee")) {
            assertThat(found(MAIN.resolve("io/lbkeeper/" + pure), impure).stream()
                    // With a seed it is no chance at all.
                    .filter(line -> !pure.equals("rehearsal/world") || !line.contains("SplittableRandom")))
                    .as("clock, randomness or threads").isEmpty();
        }
    }

    @Test
    void theServiceReachesTheTestingPartsOnlyByTheirCommands() throws IOException {
        List<String> breaches = new ArrayList<>();
        for (Path file : files(MAIN, ".java")) {
            String place = MAIN.resolve("io/lbkeeper").relativize(file).toString();
            String text = Files.readString(file);
            for (String part : List.of("localroute53", "demo", "rehearsal")) {
                // What the rehearsal may have of the local Route 53 is in its walls.
                boolean mayReach = place.startsWith(part + "/") || place.startsWith("command/")
                        || place.startsWith("rehearsal/") && part.equals("localroute53");
                if (!mayReach && text.contains("import io.lbkeeper." + part + ".")) {
                    breaches.add(file + " reaches " + part);
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void filesMethodsAndLinesAreSmall() throws IOException {
        List<String> large = new ArrayList<>();
        for (Path root : JAVA) {
            for (Path file : files(root, ".java")) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > FILE_LINES) {
                    large.add(file + " has " + lines.size() + " lines; at most " + FILE_LINES);
                }
                large.addAll(tooLong(file, lines));
                large.addAll(longMethods(file, lines));
            }
        }
        assertThat(large).isEmpty();
    }

    @Test
    void routeFilesFitOnOneScreen() throws IOException {
        List<String> large = new ArrayList<>();
        Map<String, String> named = new TreeMap<>();
        for (Path file : files(Path.of("routes"), ".yaml")) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() > ROUTE_LINES) {
                large.add(file + " has " + lines.size() + " lines; at most " + ROUTE_LINES);
            }
            String name = file.getFileName().toString().replaceAll("\\.(camel|kamelet)\\.yaml$", "");
            String inside = lines.stream().map(String::strip).filter(line -> line.startsWith("id: ")
                    || line.startsWith("name: ")).findFirst().orElse("").replaceAll("^(id|name): ", "");
            if (!inside.equals(name)) {
                named.put(file.toString(), inside);
            }
        }
        assertThat(large).isEmpty();
        assertThat(named).as("the id of a route, and the name of a kamelet, is its file's name").isEmpty();
    }

    @Test
    void eachPackageStatesItsLaw() throws IOException {
        List<String> lawless = new ArrayList<>();
        List<Path> folders;
        try (Stream<Path> all = Files.walk(MAIN.resolve("io/lbkeeper"))) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        for (Path folder : folders) {
            Path law = folder.resolve("package-info.java");
            if (!Files.exists(law)) {
                lawless.add(folder + " has no package-info.java");
            } else if (Files.readAllLines(law).stream().filter(line -> line.startsWith(" * ")).count() > LAW_LINES) {
                lawless.add(law + " takes more than " + LAW_LINES + " lines");
            }
        }
        assertThat(lawless).isEmpty();
    }

    @Test
    void nothingIsLeftUnfinishedOrVaguelyNamed() throws IOException {
        List<String> left = new ArrayList<>();
        for (Path root : Stream.concat(JAVA.stream(), Stream.of(Path.of("routes"), Path.of("bin"))).toList()) {
            left.addAll(found(root, UNFINISHED));
            files(root, ".java").stream().map(Path::toString).filter(name -> NAMES_NOT_USED.matcher(name).find())
                    .forEach(left::add);
        }
        assertThat(left).isEmpty();
    }

    /** What the files of each area, a folder below this one, import from behind its wall. */
    private static List<String> breaches(Path root, String rootPackage, Map<String, List<String>> walls)
            throws IOException {
        List<String> breaches = new ArrayList<>();
        for (Path file : files(root, ".java")) {
            String area = root.relativize(file).getName(0).toString();
            String own = rootPackage + area + ".";
            Matcher imports = IMPORT.matcher(Files.readString(file));
            while (imports.find()) {
                String name = imports.group(1);
                if (walls.containsKey(area) && !name.startsWith(own)
                        && walls.get(area).stream().noneMatch(name::startsWith)) {
                    breaches.add(file + " imports " + name);
                }
            }
        }
        return breaches;
    }

    private static List<String> tooLong(Path file, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LINE_CHARS) {
                found.add(file + ":" + (i + 1) + " has " + lines.get(i).length() + " characters, not " + LINE_CHARS);
            }
        }
        return found;
    }

    private static List<String> longMethods(Path file, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean opens = METHOD.matcher(lines.get(i)).find()
                    || lines.get(i).matches(" {12,}.*\\{$") && i > 0
                            && lines.get(i - 1).matches(" {4}\\S.*\\(.*[^;{}]$");
            int end = i;
            while (opens && end < lines.size() && !lines.get(end).equals("    }")) {
                end++;
            }
            if (opens && end - i > METHOD_LINES) {
                found.add(file + ":" + (i + 1) + " is a method of " + (end - i) + " lines; at most " + METHOD_LINES);
            }
        }
        return found;
    }

    private static List<String> found(Path root, Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(root, "")) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        Predicate<Path> wanted = file -> Files.isRegularFile(file) && file.toString().endsWith(ending);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(wanted).sorted().toList();
        }
    }
}
