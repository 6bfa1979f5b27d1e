package io.lbkeeper.rehearsal.report;

import io.lbkeeper.markup.Markup;
import io.lbkeeper.rehearsal.report.History.Holding;
import io.lbkeeper.rehearsal.world.Pulse;
import io.lbkeeper.rehearsal.world.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One run as an SVG picture: faults above, a lane for each node, the name as a thick line from lane to lane. */
final class Picture {
    private static final double WIDTH = 1000;
    private static final double LEFT = 66;
    private static final double RIGHT = WIDTH - 14;
    private static final double FAULT_HEIGHT = 17;
    private static final double LANE_HEIGHT = 62;
    private static final double BAND_HEIGHT = 16;
    private static final double AGENT_TOP = 25;
    private static final double AGENT_HEIGHT = 6;
    private static final double NAME_TOP = 46;
    private static final double AXIS_HEIGHT = 24;
    private static final double TOP = 8;
    private static final double CHAR_WIDTH = 6.3;

    /** How much of the calm at the end is shown. */
    private static final Duration CALM = Duration.ofSeconds(60);

    private final Markup svg;
    private final Account account;
    private final History history;
    /** From the first holder on: before, nothing has begun. */
    private final List<Span<Holding>> holding;
    private final Scale scale;
    /** Whether the end of the run, in which nothing happens, is left out. */
    private final boolean isCut;
    private final FaultRows faults;
    private final List<String> lanes = new ArrayList<>();
    private final double lanesTop;
    private final double bottom;

    private Picture(Account account, Markup svg) {
        this.account = account;
        this.svg = svg;
        history = account.history();
        holding = history.holding().stream().dropWhile(span -> span.what().node().isEmpty()).toList();
        Duration shown = account.lastEvent().plus(CALM);
        isCut = shown.compareTo(account.length()) < 0;
        scale = new Scale(isCut ? shown : account.length(), LEFT, RIGHT);
        faults = new FaultRows(account.schedule().faults(), scale);
        history.lanes().forEach(lane -> lanes.add(lane.node()));
        lanesTop = TOP + (account.isGood() ? 0 : FAULT_HEIGHT) + faults.count() * FAULT_HEIGHT + 6;
        boolean nobody = holding.stream().anyMatch(span -> span.what().node().isEmpty());
        bottom = lanesTop + lanes.size() * LANE_HEIGHT + (nobody ? LANE_HEIGHT / 2 : 0);
    }

    static void draw(Account account, Markup svg) {
        new Picture(account, svg).draw();
    }

    private void draw() {
        double height = bottom + AXIS_HEIGHT + (isCut ? AXIS_HEIGHT / 2 : 0);
        svg.begin("svg", "viewBox", "0 0 " + Scale.number(WIDTH) + " " + Scale.number(height), "role", "img",
                "aria-label", account.name() + ": " + Gist.of(account) + "; verdict: " + account.verdict());
        axis();
        shades();
        for (int i = 0; i < lanes.size(); i++) {
            lane(history.lanes().get(i), laneTop(i));
        }
        faults.placed().forEach(this::name);
        holder();
        new Marks(svg, scale).draw(history, this::nameHeight);
        breaches();
        svg.endLine();
    }

    private void axis() {
        for (Duration mark : scale.marks()) {
            String x = Scale.number(scale.x(mark));
            svg.empty("line", "class", "grid", "x1", x, "x2", x, "y1", Scale.number(lanesTop), "y2",
                    Scale.number(bottom));
            svg.put("text", Seconds.mark(mark), "class", "mark", "x", x, "y", Scale.number(bottom + 16));
        }
        if (isCut) {
            svg.put("text", "then nothing happens until " + Seconds.mark(account.length()), "class", "calm", "x",
                    Scale.number(RIGHT), "y", Scale.number(bottom + 31));
        }
        if (bottom > lanesTop + lanes.size() * LANE_HEIGHT) {
            svg.put("text", "nobody", "class", "nobody", "x", "8", "y", Scale.number(nameHeight("") + 4));
        }
    }

    /** A fault of one node shades its lane, one of the network or of the provider all of them. */
    private void shades() {
        for (FaultRows.Placed fault : faults.placed()) {
            int lane = lanes.indexOf(FaultWords.where(fault.planned().fault()));
            double from = lane < 0 ? lanesTop : laneTop(lane);
            double height = lane < 0 ? lanes.size() * LANE_HEIGHT : LANE_HEIGHT;
            rect("shade", fault.begin(), from, fault.end() - fault.begin(), height);
            svg.end();
        }
    }

    private void name(FaultRows.Placed fault) {
        double top = TOP + (account.isGood() ? 0 : FAULT_HEIGHT) + fault.row() * FAULT_HEIGHT;
        rect("fault", fault.begin(), top, fault.end() - fault.begin(), FAULT_HEIGHT - 3);
        svg.put("title", FaultWords.where(fault.planned().fault()) + ": "
                + FaultWords.begins(fault.planned().fault()) + ", from " + Seconds.moment(fault.planned().from())
                + (fault.planned().heals() ? " to " + Seconds.moment(fault.planned().until()) : " to the end")).end();
        svg.put("text", FaultWords.brief(fault.planned().fault()), "class", "fault-name", "x",
                Scale.number(fault.text() + 4), "y", Scale.number(top + 10.5));
    }

    private void lane(History.Lane lane, double top) {
        svg.put("text", lane.node(), "class", "node", "x", "8", "y", Scale.number(top + 19));
        for (Span<Shape> span : lane.haproxy()) {
            double from = scale.x(span.from());
            double width = scale.x(span.until()) - from;
            rect("band " + Look.style(span.what()), from, top + 6, width, BAND_HEIGHT);
            svg.put("title", lane.node() + ": " + Look.sentence(span.what()) + when(span)).end();
            String word = Look.word(span.what());
            if (width > word.length() * CHAR_WIDTH + 6) {
                svg.put("text", word, "class", "word w-" + (span.what() == Shape.OK ? "ok" : "bad"), "x",
                        Scale.number(from + 5), "y", Scale.number(top + 18));
            }
        }
        for (Span<Pulse> span : lane.agent()) {
            rect("agent " + Look.style(span.what()), scale.x(span.from()), top + AGENT_TOP,
                    scale.x(span.until()) - scale.x(span.from()), AGENT_HEIGHT);
            svg.put("title", lane.node() + ": " + Look.sentence(span.what()) + when(span)).end();
        }
    }

    private void holder() {
        double last = -1;
        for (Span<Holding> span : holding) {
            double y = nameHeight(span.what().node().orElse(""));
            double from = scale.x(span.from());
            if (last >= 0 && last != y) {
                line("step", from, last, from, y);
                svg.end();
            }
            line(span.what().serves() ? "holds" : "holds in-vain", from, y, Math.max(from + 1,
                    scale.x(span.until())), y);
            svg.put("title", (span.what().node().isPresent() ? "the name is with " + span.what().node().get()
                    : "the name: " + span.what().text()) + (span.what().serves() ? "" : ", and no client is served")
                    + when(span)).end();
            last = y;
        }
    }

    private void breaches() {
        account.brokenPromises().forEach(breach -> {
            double x = scale.x(breach.at());
            line("breach", x, TOP + FAULT_HEIGHT - 4, x, bottom);
            svg.put("title", Seconds.moment(breach.at()) + " " + breach.invariant() + ": " + breach.what()).end();
        });
        account.brokenPromises().findFirst().ifPresent(first -> {
            double x = scale.x(first.at());
            boolean rightHalf = x > WIDTH / 2;
            svg.put("text", "\u2716 " + first.invariant(), "class", "breach-name", "x",
                    Scale.number(rightHalf ? x + 4 : x - 4), "y", Scale.number(TOP + 8), "text-anchor",
                    rightHalf ? "end" : "start");
        });
    }

    private void rect(String style, double x, double y, double width, double height) {
        svg.begin("rect", "class", style, "x", Scale.number(x), "y", Scale.number(y), "width",
                Scale.number(Math.max(1, width)), "height", Scale.number(height));
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        svg.begin("line", "class", style, "x1", Scale.number(x1), "y1", Scale.number(y1), "x2", Scale.number(x2),
                "y2", Scale.number(y2));
    }

    private double laneTop(int lane) {
        return lanesTop + lane * LANE_HEIGHT;
    }

    /** Where the name's line runs while this node has it; below all lanes where nobody has. */
    private double nameHeight(String node) {
        int lane = IntStream.range(0, lanes.size()).filter(i -> lanes.get(i).equals(node)).findFirst()
                .orElse(lanes.size());
        return lane == lanes.size() ? lanesTop + lane * LANE_HEIGHT + 12 : laneTop(lane) + NAME_TOP;
    }

    private static String when(Span<?> span) {
        return ", " + Seconds.moment(span.from()) + " to " + Seconds.moment(span.until());
    }
}
