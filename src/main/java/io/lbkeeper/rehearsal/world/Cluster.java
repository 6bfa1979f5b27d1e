package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Powers;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The nodes that a rehearsal is about, and the settings that all of them have.
 *
 * @param nodes    in the order of their numbers
 * @param settings those of the first node; the others' are the same but for {@code lb.node}
 */
public record Cluster(List<String> nodes, Settings settings) {

    public Cluster {
        nodes = List.copyOf(nodes);
    }

    public static Cluster of(Settings settings) {
        return new Cluster(settings.nodes(), settings);
    }

    /** {@code count} nodes lb1, lb2, … with the default settings. */
    public static Cluster ofDefaults(int count) {
        List<String> nodes = IntStream.rangeClosed(1, count).mapToObj(number -> "lb" + number).toList();
        try {
            return of(Settings.of(Map.of("lb.node", "lb1", "lb.nodes", String.join(",", nodes),
                    "lb.domain", "example.com", "lb.service", "lb.example.com", "lb.dns", "local",
                    "lb.route53.zone-id", "ZREHEARSAL"), "the rehearsal's defaults", Set.of()));
        } catch (SettingsException e) {
            throw new IllegalStateException("the default settings are not good ones", e);
        }
    }

    /** The same with a DNS provider that can do this. */
    public Cluster with(Powers powers) {
        return new Cluster(nodes, settings.with(powers));
    }

    public int size() {
        return nodes.size();
    }

    /** A node's number, by which the world keeps its state. */
    int number(String node) {
        int number = nodes.indexOf(node);
        if (number < 0) {
            throw new IllegalArgumentException("there is no node " + node + ", there are " + String.join(", ", nodes));
        }
        return number;
    }

    /** The zone that holds all the records: the provider's where the settings name it, else the least that has all. */
    public String zone() {
        String named = settings.placeholders().getProperty("lb." + settings.provider() + ".zone", "");
        if (!named.isEmpty()) {
            return named.replaceFirst("\\.$", "");
        }
        return Stream.iterate(settings.domain(), name -> name.contains("."), name -> name.substring(
                name.indexOf('.') + 1)).filter(this::holdsAll).findFirst().orElseGet(() ->
                settings.domain().replaceFirst(".*\\.", ""));
    }

    private boolean holdsAll(String zone) {
        return settings.services().stream().allMatch(service -> service.endsWith("." + zone));
    }

    /** What the nodes look at of each other. */
    public Glance glance() {
        return Glance.of(settings.checks().peerUrl());
    }

    /** What a node decides by. */
    public Rules rules(String node) {
        return new Rules(node, nodes, settings.domain(), settings.services(), settings.ttl(), settings.interval(),
                settings.fastinter(), settings.fall(), settings.rise(), settings.grace(), settings.holdDown(),
                settings.recordsInterval(), settings.powers());
    }

    /** After how long without a sign of its lbkeeper an HAProxy says that it is silent. */
    public Duration agentSilence() {
        return settings.interval().multipliedBy(3);
    }

    /** How long a challenge has to stand: an interval and two fast ones, and two intervals at the most. */
    public Duration window() {
        Duration fast = settings.fastinter().multipliedBy(2);
        return settings.interval().plus(fast.compareTo(settings.interval()) < 0 ? fast : settings.interval());
    }
}
