package io.lbkeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page of the documentation. */
record Page(Path file, List<String> lines) {
    private static final Pattern FENCE = Pattern.compile("( *)```(.*)");
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A fenced block; {@code info} is what stands behind the language. */
    record Sample(Path file, int line, String language, String info, String text) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** All pages in Markdown. */
    static List<Page> all() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"),
                Path.of("haproxy/README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("src/main/docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        List<Page> pages = new ArrayList<>();
        for (Path file : files) {
            pages.add(new Page(file, Files.readAllLines(file)));
        }
        return pages;
    }

    static Page of(String file) throws IOException {
        return new Page(Path.of(file), Files.readAllLines(Path.of(file)));
    }

    static List<Sample> allSamples(String language) throws IOException {
        return all().stream().flatMap(page -> page.samples().stream())
                .filter(sample -> sample.language().equals(language)).toList();
    }

    List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher opening = FENCE.matcher(lines.get(i));
            if (opening.matches()) {
                int start = i + 1;
                while (!lines.get(++i).strip().equals("```")) {
                    // The text of the sample goes on.
                }
                String[] info = opening.group(2).split(" ", 2);
                samples.add(new Sample(file, start, info[0], info.length > 1 ? info[1] : "",
                        lines.subList(start, i).stream().map(line -> line.replaceFirst(opening.group(1), "") + "\n")
                                .collect(Collectors.joining())));
            }
        }
        return samples;
    }

    /** The page without its fenced blocks. */
    String prose() {
        StringBuilder prose = new StringBuilder();
        boolean inside = false;
        for (String line : lines) {
            boolean fence = FENCE.matcher(line).matches();
            inside ^= fence;
            prose.append(inside || fence ? "" : line).append('\n');
        }
        return prose.toString();
    }

    /** What stands in backquotes outside of fenced blocks. */
    List<String> code() {
        return CODE.matcher(prose()).results().map(found -> found.group(1).replace('\n', ' ')).toList();
    }

    /** The anchors of the headings, as GitHub makes them. */
    List<String> anchors() {
        return prose().lines().map(HEADING::matcher).filter(Matcher::matches).map(heading -> heading.group(1)
                .toLowerCase().replaceAll("[^\\w -]", "").replace(' ', '-')).toList();
    }
}
