package io.lbkeeper.rehearsal.report;

import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.rehearsal.report.History.Holding;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Onlooker;
import io.lbkeeper.rehearsal.world.Pulse;
import io.lbkeeper.rehearsal.world.Shape;
import io.lbkeeper.rehearsal.world.Truth;
import io.lbkeeper.rehearsal.world.Visit;
import io.lbkeeper.rehearsal.world.Witness;
import io.lbkeeper.rehearsal.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes down what really happens in one run, beside the referee who judges it. */
final class Chronicle implements Witness, Onlooker {
    private World world;
    private Witness referee;
    private Cluster cluster;
    private Rules rules;
    private Writings writings;
    private final List<Spans<Shape>> haproxies = new ArrayList<>();
    private final List<Spans<Pulse>> agents = new ArrayList<>();
    private final Spans<Holding> holding = new Spans<>();
    private final Spans<Boolean> lapses = new Spans<>();
    private final List<Written> written = new ArrayList<>();
    private boolean begun;

    @Override
    public void joins(World where, Witness judge) {
        world = where;
        referee = judge;
        cluster = world.cluster();
        rules = cluster.rules(cluster.nodes().get(0));
        writings = new Writings(cluster, rules);
        cluster.nodes().forEach(node -> {
            haproxies.add(new Spans<>());
            agents.add(new Spans<>());
        });
        world.watchedBy(this);
    }

    History history() {
        look();
        Duration end = world.now();
        List<History.Lane> lanes = IntStream.range(0, cluster.size()).mapToObj(node -> new History.Lane(
                cluster.nodes().get(node), haproxies.get(node).until(end), agents.get(node).until(end))).toList();
        return new History(lanes, holding.until(end), lapses.until(end).stream().filter(Span::what).toList(),
                List.copyOf(written), end);
    }

    @Override
    public void changed(AppliedChange change) {
        written.add(writings.tell(change));
        look();
        referee.changed(change);
    }

    @Override
    public void visited(String fromNode, String address, Visit visit) {
        // An lbkeeper that goes on after a stop shifts nothing in the world; it is seen by what it does.
        lookAtAgents(world.truth());
        referee.visited(fromNode, address, visit);
    }

    @Override
    public void shifted() {
        look();
        referee.shifted();
    }

    @Override
    public void started(String node) {
        look();
        referee.started(node);
    }

    private void look() {
        Truth truth = world.truth();
        for (int node = 0; node < cluster.size(); node++) {
            haproxies.get(node).note(world.now(), truth.shape(node));
        }
        lookAtAgents(truth);
        Holding now = holding(truth);
        holding.note(world.now(), now);
        begun |= now.serves();
        lapses.note(world.now(), begun && !now.serves() && isPossible(truth));
    }

    private void lookAtAgents(Truth truth) {
        for (int node = 0; node < cluster.size(); node++) {
            agents.get(node).note(world.now(), truth.pulse(node));
        }
    }

    private Holding holding(Truth truth) {
        Records.Service service = Records.of(truth.records().sets(), rules).service();
        if (service instanceof Records.Service.Held held) {
            Optional<Integer> node = IntStream.range(0, cluster.size())
                    .filter(number -> truth.address(number).equals(held.address())).boxed().findFirst();
            return new Holding(node.map(cluster.nodes()::get), held.address(),
                    node.filter(number -> serves(truth, number)).isPresent());
        }
        return new Holding(Optional.empty(), service instanceof Records.Service.Odd odd ? odd.what() : "no record",
                false);
    }

    /** Clients do not mind that the stats page can't be judged. */
    private static boolean serves(Truth truth, int node) {
        Shape shape = truth.shape(node);
        return shape == Shape.OK || shape == Shape.UNKNOWN;
    }

    /** Whether clients would be served somewhere. */
    private boolean isPossible(Truth truth) {
        return IntStream.range(0, cluster.size()).anyMatch(truth::serves);
    }
}
