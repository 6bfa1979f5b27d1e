package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a run has found: every sample for programs, and the table for people. */
final class Report {
    private static final String BEGIN = "<!-- bench: written by bin/bench peers --write -->\n";
    private static final String END = "<!-- bench: end -->";

    private final Bench bench;

    Report(Bench bench) {
        this.bench = bench;
    }

    String table() {
        return new Table(bench.results, bench.contenders).markdown();
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("table.md"), about() + "\n" + table());
        Files.write(folder.resolve("results.csv"), csv());
        Files.writeString(folder.resolve("results.json"), json());
    }

    /** Puts the table between the two markers of a page. */
    void writeInto(Path page) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("writing the table into " + page + ": its two markers, \"" + BEGIN.strip()
                    + "\" and \"" + END + "\", are not there; put them back");
        }
        Files.writeString(page, text.substring(0, begin + BEGIN.length()) + about() + "\n" + table()
                + text.substring(end));
    }

    private String about() {
        return String.join("\n", Versions.told(bench)) + "\n";
    }

    private List<String> csv() {
        List<String> lines = new ArrayList<>(List.of("contender,line,kind,value"));
        forEachCell((contender, line, cell) -> {
            cell.samples().forEach(sample -> lines.add(contender.name() + "," + line.id + ",sample," + sample));
            cell.failures().forEach(why -> lines.add(contender.name() + "," + line.id + ",failure,\""
                    + why.replace("\"", "\"\"") + "\""));
            cell.notes().forEach(note -> lines.add(contender.name() + "," + line.id + ",note,\"" + note + "\""));
        });
        return lines;
    }

    private String json() {
        List<String> cells = new ArrayList<>();
        forEachCell((contender, line, cell) -> cells.add(String.format(Locale.ROOT, "  {\"contender\": %s, \"line\":"
                + " %s, \"floor\": %s, \"samples\": %s, \"failures\": %s}", quoted(contender.name()), quoted(line.id),
                line.floor(contender).map(String::valueOf).orElse("null"), list(cell.samples(), String::valueOf),
                list(cell.failures(), Report::quoted))));
        return "{\"seed\": " + bench.options.seed + ", \"about\": " + list(Versions.told(bench), Report::quoted)
                + ", \"cells\": [\n" + String.join(",\n", cells) + "\n]}\n";
    }

    private static <T> String list(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private interface Visitor {
        void visit(Contender contender, Line line, Results.Cell cell);
    }

    private void forEachCell(Visitor visitor) {
        for (Contender contender : bench.contenders) {
            for (Line line : Line.values()) {
                Results.Cell cell = bench.results.cell(contender.name(), line);
                if (!cell.isEmpty()) {
                    visitor.visit(contender, line, cell);
                }
            }
        }
    }
}
