package bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All samples and all failures, by contender and line; filled by several threads. */
final class Results {
    private final Map<String, Map<Line, Cell>> cells = new LinkedHashMap<>();

    /**
     * @param failures why a sample could not be had, one for each that is missing
     * @param notes    what else there is to say of the samples
     */
    record Cell(List<Double> samples, List<String> failures, List<String> notes) {
        private static final Cell EMPTY = new Cell(List.of(), List.of(), List.of());

        boolean isEmpty() {
            return samples.isEmpty() && failures.isEmpty();
        }
    }

    private Cell open(String contender, Line line) {
        return cells.computeIfAbsent(contender, name -> new EnumMap<>(Line.class)).computeIfAbsent(line, none ->
                new Cell(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    synchronized void add(String contender, Line line, double sample) {
        open(contender, line).samples().add(sample);
    }

    synchronized void fail(String contender, Line line, String why) {
        open(contender, line).failures().add(why);
    }

    synchronized void note(String contender, Line line, String note) {
        open(contender, line).notes().add(note);
    }

    synchronized Cell cell(String contender, Line line) {
        Cell cell = cells.getOrDefault(contender, Map.of()).getOrDefault(line, Cell.EMPTY);
        return new Cell(List.copyOf(cell.samples()), List.copyOf(cell.failures()), List.copyOf(cell.notes()));
    }
}
