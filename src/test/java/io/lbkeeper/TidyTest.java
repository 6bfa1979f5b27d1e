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

    /** What each package may import besides its own classes; everything else is behind a wall. */
    private static final Map<String, List<String>> WALLS = new TreeMap<>(Map.of(
            "decision", List.of("java.util.", "java.time."),
            "observation", List.of("java.", "javax.net.ssl.", "org.apache.commons.csv.", "org.xbill.DNS.Address",
                    "io.lbkeeper.decision.", "software.amazon.awssdk.services.route53.model.",
                    "software.amazon.awssdk.awscore.exception."),
            "settings", List.of("java.", "org.xbill.DNS.Address"),
            "route53", List.of("java.", "org.apache.camel.", "software.amazon.awssdk.", "org.slf4j."),
            "localroute53", List.of("java.", "javax.crypto.", "javax.xml.", "org.w3c.dom.", "org.xml.sax.",
                    "com.sun.net.httpserver.", "org.xbill.DNS.", "org.slf4j."),
            "cycle", List.of("java.", "org.apache.camel.", "org.apache.hc.", "org.xbill.DNS.Address", "org.slf4j.",
                    "io.lbkeeper.decision.", "io.lbkeeper.observation.", "software.amazon.awssdk.services.route53."),
            "propagation", List.of("java.", "org.xbill.DNS.", "org.apache.camel.Body", "io.lbkeeper.decision."),
            "manual", List.of("java.util.", "picocli."),
            "timing", List.of("java.time.", "java.util.", "org.apache.camel.", "org.slf4j."),
            "demo", List.of("java.", "org.xbill.DNS.", "org.slf4j.", "io.lbkeeper.command.")));

    static {
        WALLS.put("policy", List.of("io.lbkeeper.settings."));
        WALLS.put("supervision", List.of("java."));
        WALLS.put("systemd", List.of("java.", "org.slf4j."));
        WALLS.put("json", List.of("java."));
        WALLS.put("notice", List.of("java.", "org.slf4j.", "org.apache.camel.", "io.lbkeeper.decision.",
                "io.lbkeeper.cycle.Sight", "io.lbkeeper.cycle.Witness", "io.lbkeeper.json.",
                "io.lbkeeper.status.Alarms"));
        WALLS.put("log", List.of("java.", "org.slf4j.", "ch.qos.logback.", "co.elastic.logging.",
                "io.lbkeeper.decision.", "io.lbkeeper.cycle.Sight", "io.lbkeeper.cycle.Witness",
                "io.lbkeeper.json."));
        WALLS.put("audit", List.of("java.", "org.slf4j.", "io.lbkeeper.decision.", "io.lbkeeper.cycle.Sight",
                "io.lbkeeper.cycle.Witness", "io.lbkeeper.json.", "io.lbkeeper.status.Alarms"));
        WALLS.put("check", List.of("java.", "org.slf4j.", "ch.qos.logback.", "org.apache.camel.", "org.snakeyaml.",
                "com.fasterxml.jackson.", "com.networknt.schema.", "io.lbkeeper.decision.", "io.lbkeeper.settings.",
                "io.lbkeeper.service.", "io.lbkeeper.cycle.", "io.lbkeeper.observation.", "io.lbkeeper.route53.",
                "org.xbill.DNS.", "software.amazon.awssdk."));
        WALLS.put("requests", List.of("java.", "io.lbkeeper.decision.", "io.lbkeeper.cycle.Witness"));
        WALLS.put("markup", List.of("java.util."));
        WALLS.put("http", List.of("java.", "com.sun.net.httpserver.", "org.slf4j.", "org.xbill.DNS.Address",
                "org.apache.camel.util.json.", "io.lbkeeper.markup.", "io.lbkeeper.status."));
        WALLS.put("metrics", List.of("java.", "io.micrometer.core.", "io.micrometer.prometheusmetrics.",
                "io.prometheus.metrics.", "org.apache.camel.", "io.lbkeeper.cycle.", "io.lbkeeper.decision.",
                "io.lbkeeper.notice.NoticeCounts", "io.lbkeeper.propagation.Propagation", "io.lbkeeper.status."));
        WALLS.put("status", List.of("java.", "org.slf4j.", "org.apache.camel.util.json.", "io.lbkeeper.decision.",
                "io.lbkeeper.cycle.", "io.lbkeeper.propagation."));
    }

    private static final String LOCAL = "io.lbkeeper.localroute53.";
    /** The walls inside the local Route 53. The lowest is first; who reaches others reaches down. */
    private static final Map<String, List<String>> LOCAL_WALLS = Map.of(
            "zone", List.of("java.util.", "java.time.", "java.io.ByteArrayOutputStream", "java.io.IOException",
                    "org.xbill.DNS."),
            "health", List.of("java.util.", "org.xbill.DNS.Address", LOCAL + "zone."),
            "account", List.of("java.util.", "java.time.", "java.io.IOException", "org.slf4j.", LOCAL + "zone.",
                    LOCAL + "health."),
            "call", List.of("java.", LOCAL + "zone."),
            "xml", List.of("java.", "javax.xml.", "org.w3c.dom.", "org.xml.sax.", LOCAL + "zone.", LOCAL + "health."),
            "file", List.of("java.", LOCAL + "zone.", LOCAL + "health.", LOCAL + "account.",
                    LOCAL + "xml."),
            "signing", List.of("java.", "javax.crypto.", LOCAL + "zone.", LOCAL + "call."),
            "faults", List.of("java.", "org.slf4j.", LOCAL + "zone.", LOCAL + "call."),
            "dns", List.of("java.", "org.xbill.DNS.", "org.slf4j.", LOCAL + "zone.", LOCAL + "account."),
            "api", List.of("java.", "com.sun.net.httpserver.", "org.xbill.DNS.", "org.slf4j.", LOCAL + "zone.",
                    LOCAL + "health.", LOCAL + "account.", LOCAL + "call.", LOCAL + "xml.", LOCAL + "signing.",
                    LOCAL + "faults.", LOCAL + "dns."));

    private static final String REHEARSAL = "io.lbkeeper.rehearsal.";
    private static final List<String> VALUES = List.of("java.util.", "java.time.", "io.lbkeeper.decision.");
    private static final List<String> VALUES_AND_ZONE = all(VALUES, List.of(LOCAL + "zone.",
            LOCAL + "account.HostedZone"));
    /** The walls inside the rehearsal, the lowest first: a world, who judges it, what befalls it, who acts in it. */
    private static final Map<String, List<String>> REHEARSAL_WALLS = Map.of(
            "time", List.of("java.util.", "java.time."),
            "world", all(VALUES_AND_ZONE, List.of("io.lbkeeper.observation.", "io.lbkeeper.settings.",
                    REHEARSAL + "time.")),
            "referee", all(VALUES, List.of(REHEARSAL + "time.", REHEARSAL + "world.")),
            "scenario", all(VALUES, List.of("io.lbkeeper.settings.", REHEARSAL + "world.", REHEARSAL + "referee.")),
            "core", all(VALUES_AND_ZONE, List.of("io.lbkeeper.cycle.", "io.lbkeeper.settings.", REHEARSAL + "time.",
                    REHEARSAL + "world.", REHEARSAL + "referee.", REHEARSAL + "scenario.")),
            "report", all(VALUES, List.of("java.io.", "java.nio.", "io.lbkeeper.markup.", REHEARSAL + "world.",
                    REHEARSAL + "referee.", REHEARSAL + "scenario.")),
            "routes", all(VALUES_AND_ZONE, List.of("java.", "org.apache.", "org.slf4j.", "ch.qos.logback.",
                    "software.amazon.awssdk.", "io.lbkeeper.cycle.", "io.lbkeeper.observation.",
                    "io.lbkeeper.propagation.", "io.lbkeeper.service.", "io.lbkeeper.settings.", REHEARSAL)));

    private static List<String> all(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void packagesStayBehindTheirWalls() throws IOException {
        Path house = MAIN.resolve("io/lbkeeper");
        List<String> breaches = new ArrayList<>(breaches(house, "io.lbkeeper.", WALLS));
        breaches.addAll(breaches(house.resolve("localroute53"), LOCAL, LOCAL_WALLS));
        breaches.addAll(breaches(house.resolve("rehearsal"), REHEARSAL, REHEARSAL_WALLS));
        assertThat(breaches).as("a package reaches over its wall; move the code or bring a value instead").isEmpty();
    }

    @Test
    void eachPartOfTheLocalRoute53AndOfTheRehearsalHasItsWall() throws IOException {
        for (Map.Entry<String, Map<String, List<String>>> walls : Map.of("localroute53", LOCAL_WALLS, "rehearsal",
                REHEARSAL_WALLS).entrySet()) {
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
