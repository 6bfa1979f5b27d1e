package bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The results as Markdown: a line for each thing measured, a column for each contender. A cell is a median, with the
 * least and the most in brackets, and behind a multiplication sign the ratio to the contender's own floor.
 */
final class Table {
    private static final String FIRST = "lbkeeper";

    private final Results results;
    private final List<Contender> contenders;

    Table(Results results, List<Contender> contenders) {
        this.results = results;
        this.contenders = contenders;
    }

    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| | " + contenders.stream().map(Contender::name).collect(Collectors.joining(" | "))
                + " | lbkeeper to the best other |");
        lines.add("|---|" + "---|".repeat(contenders.size() + 1));
        for (Line line : Line.values()) {
            if (contenders.stream().anyMatch(contender -> !results.cell(contender.name(), line).isEmpty())) {
                lines.add("| " + line.label + " | " + contenders.stream().map(contender -> cell(contender, line))
                        .collect(Collectors.joining(" | ")) + " | " + toBest(line) + " |");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String cell(Contender contender, Line line) {
        Results.Cell cell = results.cell(contender.name(), line);
        if (cell.isEmpty()) {
            return "-";
        }
        List<String> parts = new ArrayList<>();
        if (!cell.samples().isEmpty()) {
            Spread spread = Spread.of(cell.samples());
            parts.add(line.decimals == 0 ? cell.samples().stream().map(sample -> number(line, sample)).collect(
                    Collectors.joining(", ")) : spread(line, spread));
            line.floor(contender).ifPresent(floor -> parts.add("×" + ratio(spread.median() / floor)));
        }
        failures(cell).ifPresent(parts::add);
        cell.notes().stream().distinct().forEach(note -> {
            int times = Collections.frequency(cell.notes(), note);
            parts.add("(" + note + (times > 1 ? ", " + times + " times)" : ")"));
        });
        return String.join(" ", parts);
    }

    private static String spread(Line line, Spread spread) {
        String median = number(line, spread.median());
        return spread.count() == 1 ? median : median + " (" + number(line, spread.least()) + " to "
                + number(line, spread.most()) + ")";
    }

    /** The first reason stands for all: they are the same nearly always, and the others are in the raw results. */
    private static Optional<String> failures(Results.Cell cell) {
        if (cell.failures().isEmpty()) {
            return Optional.empty();
        }
        int all = cell.failures().size() + cell.samples().size();
        String why = cell.failures().get(0).replace("|", "/").replace("\n", " ");
        return Optional.of(all == 1 ? why : cell.failures().size() + " of " + all + ": " + why);
    }

    private String toBest(Line line) {
        OptionalDouble own = median(FIRST, line);
        OptionalDouble best = contenders.stream().map(Contender::name).filter(name -> !name.equals(FIRST))
                .map(name -> median(name, line)).filter(OptionalDouble::isPresent).mapToDouble(
                        OptionalDouble::getAsDouble).min();
        return own.isPresent() && best.isPresent() && best.getAsDouble() > 0
                ? ratio(own.getAsDouble() / best.getAsDouble()) : "-";
    }

    private OptionalDouble median(String contender, Line line) {
        List<Double> samples = results.cell(contender, line).samples();
        return samples.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Spread.of(samples).median());
    }

    private static String number(Line line, double value) {
        return String.format(Locale.ROOT, "%." + line.decimals + "f", value);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
