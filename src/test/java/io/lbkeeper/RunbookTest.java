package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever alarm there is, the runbook has a section for it. Which there are is read from where they are made. */
class RunbookTest {
    private static final String RUNBOOK = "src/main/docs/runbook.md";
    private static final Path RULES = Path.of("src/main/conf/lbkeeper.rules.yml");
    private static final Path MAIN = Path.of("src/main/java/io/lbkeeper");
    private static final Path STORIES = Path.of("src/test/resources/transcripts");
    private static final List<String> PARTS = List.of("**Clients:**", "**Look:**", "**Mend:**");
    /** A row of a table whose last cell links to a section of the page. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.*) \\| \\[[^]]+]\\(#([^)]+)\\) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern ANNOTATION = Pattern.compile("runbook: runbook\\.md#([\\w-]+)");
    private static final Pattern RAISED = Pattern.compile("\\balarms(?:\\(\\))?\\s*\\.raise\\(\\s*(\\w+|\"[^\"]+\")");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern OWN_WORDS = Pattern.compile("[a-z' ]{12,}");
    private static final Pattern STORY_LINE = Pattern.compile("  (\\w+): (.+)");
    private static final String ANYTHING = "…";

    @Test
    void everyAlertLeadsToASectionAndIsInTheTable() throws IOException {
        String rules = Files.readString(RULES);
        List<String> anchors = found(ANNOTATION, rules);
        assertThat(anchors).as("each alert in %s has a runbook", RULES).hasSameSizeAs(found(ALERT, rules));
        assertThat(Page.of(RUNBOOK).anchors()).as("headings of %s", RUNBOOK).containsAll(anchors);
        assertThat(rows().keySet()).as("first cells of the tables in %s", RUNBOOK).containsAll(found(ALERT, rules));
    }

    @Test
    void everySectionThatARowLeadsToSaysWhatToDo() throws IOException {
        Map<String, String> sections = sections();
        for (String anchor : new TreeSet<>(rows().values())) {
            assertThat(sections).as("the section of a row in %s", RUNBOOK).containsKey(anchor);
            assertThat(sections.get(anchor)).as("%s#%s", RUNBOOK, anchor).contains(PARTS);
        }
    }

    @Test
    void everyKindOfStandingAlarmHasARow() throws IOException {
        Set<String> kinds = new TreeSet<>(Set.of("decision", "propagation"));
        for (Path source : sources(MAIN, ".java")) {
            String text = Files.readString(source);
            found(RAISED, text).forEach(key -> kinds.add(resolved(key, text, source)));
        }
        assertThat(kinds).as("the sources have been read").contains("edit", "settings-<node>");
        assertThat(rows().keySet()).as("kinds in the table of %s", RUNBOOK).containsAll(kinds);
    }

    @Test
    void everyAlarmOfADecisionOrAChangeHasARow() throws IOException {
        List<String> alarms = Stream.of(refusals(), stories(), sentences("propagation/Propagation.java"),
                sentences("decision/Outcome.java")).flatMap(List::stream).toList();
        Map<String, Pattern> phrases = phrases();
        List<String> unknown = alarms.stream().filter(alarm -> phrases.values().stream().noneMatch(phrase ->
                phrase.matcher(alarm).find())).distinct().toList();
        assertThat(unknown).as("alarms that no row of %s quotes", RUNBOOK).isEmpty();
        List<String> stale = phrases.entrySet().stream().filter(phrase -> alarms.stream().noneMatch(alarm ->
                phrase.getValue().matcher(alarm).find())).map(Map.Entry::getKey).toList();
        assertThat(stale).as("quoted in %s, and said nowhere", RUNBOOK).isEmpty();
    }

    /** What each refusal says, as its source has it: the words, and … for the values between them. */
    private static List<String> refusals() throws IOException {
        List<String> forms = new ArrayList<>();
        for (Path source : sources(MAIN.resolve("decision"), "Case.java", "Table.java")) {
            String[] parts = Files.readString(source).split("new RefuseToMove\\(");
            Arrays.stream(parts).skip(1).map(rest -> form(firstArgument(rest)))
                    .filter(form -> OWN_WORDS.matcher(form).find()).forEach(forms::add);
        }
        assertThat(forms).as("refusals in the sources").hasSizeGreaterThan(15);
        return forms;
    }

    /** The alarms that are in the stories of decisions. */
    private static List<String> stories() throws IOException {
        List<String> told = new ArrayList<>();
        for (Path story : sources(STORIES, ".txt")) {
            for (String line : Files.readAllLines(story)) {
                Matcher decision = STORY_LINE.matcher(line);
                if (decision.matches()) {
                    String[] but = decision.group(2).split("(?<=\\.) But ", 2);
                    switch (decision.group(1)) {
                        case "RefuseToMove", "RefuteChallenge" -> told.add(decision.group(2));
                        case "KeepRecord", "UpdateAddress" -> told.addAll(List.of(but).subList(1, but.length));
                        default -> { }
                    }
                }
            }
        }
        assertThat(told).as("alarms in the stories").hasSizeGreaterThan(50);
        return told;
    }

    /** What those records of a sealed type say of themselves that are alarms. */
    private static List<String> sentences(String source) throws IOException {
        List<String> forms = Arrays.stream(Files.readString(MAIN.resolve(source)).split("\n    record "))
                .filter(one -> one.matches("(?s).*isAlarm\\(\\) \\{\\s+return true;.*"))
                .map(one -> form(one.replaceFirst("(?s).*toString\\(\\) \\{\\s+return ", "").split(";\n")[0])).toList();
        assertThat(forms).as("alarms in %s", source).isNotEmpty();
        return forms;
    }

    private static String form(String expression) {
        StringBuilder form = new StringBuilder(ANYTHING);
        found(LITERAL, JOINED.matcher(expression).replaceAll("")).forEach(words -> form.append(words).append(ANYTHING));
        return form.toString();
    }

    private static String firstArgument(String source) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            quoted ^= c == '"' && (i == 0 || source.charAt(i - 1) != '\\');
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (!quoted && (depth < 0 || depth == 0 && c == ',')) {
                return source.substring(0, i);
            }
        }
        throw new IllegalArgumentException("a call that does not end: " + source);
    }

    /** The key that an expression stands for: a literal, a constant, or a constant before the name of a node. */
    private static String resolved(String key, String source, Path file) {
        if (key.startsWith("\"")) {
            return key.replace("\"", "");
        }
        Matcher literal = Pattern.compile("\\b" + key + " = \"([^\"]+)\";").matcher(source);
        if (literal.find()) {
            return literal.group(1);
        }
        Matcher made = Pattern.compile("\\b" + key + " = (\\w+) \\+ ").matcher(source);
        assertThat(made.find()).as("where the key %s of an alarm comes from, in %s", key, file).isTrue();
        return resolved(made.group(1), source, file) + "<node>";
    }

    /** Of each table the code in a row's first cell, and the section that the row leads to. */
    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(Page.of(RUNBOOK).prose()).results().forEach(row -> found(CODE, row.group(1).split(" \\| ")[0])
                .forEach(code -> rows.put(code, row.group(2))));
        assertThat(rows).as("rows of tables in %s", RUNBOOK).hasSizeGreaterThan(30);
        return rows;
    }

    /** The quoted pieces of sentences: the rows that are neither an alert nor a kind. */
    private static Map<String, Pattern> phrases() throws IOException {
        return rows().keySet().stream().filter(code -> code.contains(" ")).collect(Collectors.toMap(code -> code,
                code -> Pattern.compile(Arrays.stream(code.split(" ?" + ANYTHING + " ?")).map(Pattern::quote)
                        .collect(Collectors.joining(".*")))));
    }

    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : Page.of(RUNBOOK).prose().split("(?m)^## ")) {
            String heading = section.lines().findFirst().orElse("");
            sections.put(heading.toLowerCase().replaceAll("[^\\w -]", "").replace(' ', '-'), section);
        }
        return sections;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult one) -> one.group(1)).toList();
    }

    private static List<Path> sources(Path folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).sorted().toList();
        }
    }
}
