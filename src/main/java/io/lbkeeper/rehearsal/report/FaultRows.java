package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.world.Planned;
import java.util.ArrayList;
import java.util.List;

/** Lays the faults' names out in as few rows as they need, so that none lies over another. */
final class FaultRows {
    private static final double CHAR_WIDTH = 6.1;
    private static final double MARGIN = 10;

    /**
     * @param end  where the fault ends
     * @param text where its name begins
     */
    record Placed(Planned planned, int row, double begin, double end, double text) {
    }

    private final List<Placed> placed = new ArrayList<>();
    private final List<Double> taken = new ArrayList<>();

    FaultRows(List<Planned> faults, Scale scale) {
        for (Planned planned : faults) {
            double begin = scale.x(planned.from());
            double end = Math.max(begin + 2, scale.x(planned.until()));
            double width = FaultWords.brief(planned.fault()).length() * CHAR_WIDTH + MARGIN;
            double text = end - begin >= width ? begin : end + width <= scale.right() ? end : begin - width;
            placed.add(new Placed(planned, row(Math.min(begin, text), Math.max(end, text + width)), begin, end, text));
        }
    }

    List<Placed> placed() {
        return placed;
    }

    int count() {
        return taken.size();
    }

    private int row(double from, double until) {
        for (int row = 0; row < taken.size(); row++) {
            if (taken.get(row) <= from) {
                taken.set(row, until + 2);
                return row;
            }
        }
        taken.add(until + 2);
        return taken.size() - 1;
    }
}
