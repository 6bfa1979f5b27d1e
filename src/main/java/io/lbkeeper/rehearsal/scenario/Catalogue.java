package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.world.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All named scenarios, for a cluster of two nodes or more; the first node is the owner. */
public final class Catalogue {
    private Catalogue() {
    }

    public static List<Scenario> all(Cluster cluster) {
        return Stream.of(MachineScenarios.all(cluster), NetworkScenarios.all(cluster), RecordScenarios.all(cluster))
                .flatMap(List::stream).map(scenario -> scenario.among(cluster.nodes())).toList();
    }

    public static Optional<Scenario> find(String name, Cluster cluster) {
        return all(cluster).stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
