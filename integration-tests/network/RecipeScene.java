package network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Two load balancers with a PowerDNS each, two secondaries outside, and clients who ask nobody but these two. */
final class RecipeScene implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(60);
    private static final String SERVICE = "lb.example.com";

    final Net net = new Net();
    private final Path folder;
    private final Recipe recipe;
    private final Map<String, LoadBalancer> machines = new TreeMap<>();
    private final Map<String, Running> powerdns = new HashMap<>();
    private final Map<String, Running> witnesses = new TreeMap<>();
    private final Map<String, Running> secondaries = new TreeMap<>();
    private final long began = System.nanoTime();

    RecipeScene(Path folder) {
        this.folder = folder;
        recipe = new Recipe(folder);
        Tool.run("addr add " + Recipe.BIND + "/24 dev eth0\n", "ip", "-n", net.namespace("dns"), "-batch", "-");
        for (String node : List.of("lb1", "lb2")) {
            machines.put(node, new LoadBalancer(node, net, folder, recipe.settings(node),
                    Map.of("LBKEEPER_NODE", node)));
            startPowerdns(node);
        }
        secondaries.put("NSD", Running.start(net.namespace("dns"), "NSD", folder.resolve("nsd.log"), Map.of(),
                recipe.nsd()));
        secondaries.put("BIND", Running.start(net.namespace("dns"), "BIND", folder.resolve("bind.log"), Map.of(),
                recipe.bind()));
        witnesses.put("NSD", witness(Recipe.NSD));
        witnesses.put("BIND", witness(Recipe.BIND));
        machines.values().forEach(LoadBalancer::start);
    }

    private Running witness(String server) {
        return Running.start(net.namespace("client"), "a client of " + server, folder.resolve("client-" + server
                + ".log"), Map.of(), List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp",
                System.getProperty("java.class.path"), Witness.class.getName(), server, SERVICE));
    }

    private void startPowerdns(String node) {
        powerdns.put(node, Running.start(net.namespace(node), node + "'s PowerDNS", folder.resolve(node
                + "-powerdns.log"), Map.of(), recipe.powerdns(node)));
    }

    static String other(String node) {
        return node.equals("lb1") ? "lb2" : "lb1";
    }

    LoadBalancer machine(String node) {
        return machines.get(node);
    }

    /** Whom the owner record names for the clients of both secondaries; empty where they differ, or there is none. */
    String owner() {
        List<String> owners = witnesses.values().stream().map(client -> Sights.of(client.lines()).owner()).distinct()
                .toList();
        return owners.size() == 1 && machines.containsKey(owners.get(0)) ? owners.get(0) : "";
    }

    /** The machine is off: nothing on it runs, and the network has nobody there. */
    void turnOff(String node) {
        net.blackhole(node);
        machines.get(node).kill();
        powerdns.get(node).kill();
    }

    void turnOn(String node) {
        net.heal();
        startPowerdns(node);
        machines.get(node).start();
    }

    /** As {@link Recipe#role}; two primaries are never seen, whenever somebody looks. */
    String role(String node) {
        Map<String, String> roles = machines.keySet().stream().collect(Collectors.toMap(name -> name, recipe::role));
        assertThat(roles.values()).as("the roles %s\n%s", roles, story()).isNotEqualTo(List.of("MASTER", "MASTER"));
        return roles.get(node);
    }

    void awaitName(String on) {
        await("the name to be on " + on + " for the clients of both", () -> {
            role(on);
            return witnesses.values().stream().map(client -> Sights.of(client.lines()))
                    .allMatch(seen -> seen.service().equals(machines.get(on).address()) && seen.owner().equals(on));
        });
    }

    /** The one that has not the name is the primary, and the other one is a secondary. */
    void awaitSwitch(String primary) {
        await(primary + " to be the primary", () -> role(primary).equals("MASTER")
                && role(other(primary)).equals("SLAVE"));
    }

    void await(String what, BooleanSupplier condition) {
        Awaitility.await(what).atMost(SOON).pollInterval(Duration.ofMillis(100)).pollInSameThread()
                .conditionEvaluationListener(seen -> {
                    if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 250) {
                        System.out.println(what + " is not so.\n" + story());
                    }
                }).until(condition::getAsBoolean);
    }

    /** The addresses that clients were told, one after the other, by each secondary. */
    Map<String, List<String>> told() {
        return witnesses.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, client ->
                Sights.of(client.getValue().lines()).of("service").stream().map(Sights.Sight::text)
                        .filter(text -> !text.startsWith(Sights.ABSENT)).toList(), (one, other) -> one, TreeMap::new));
    }

    /** Moments in which a client was told that there is no such name, after it was there. */
    List<String> gaps() {
        return witnesses.entrySet().stream().flatMap(client -> Sights.of(client.getValue().lines()).gaps().stream()
                .map(gap -> client.getKey() + ": " + gap)).toList();
    }

    /** By PowerDNS's own program, as an operator does it. */
    void byHand(String node, String... words) {
        Tool.run("", Stream.concat(Stream.of("pdnsutil", "--config-dir=" + folder.resolve(node)), Stream.of(words))
                .toArray(String[]::new));
    }

    String status(String node) {
        return Tool.attempt("", Stream.concat(Stream.of("ip", "netns", "exec", net.namespace(node)),
                LoadBalancer.program("status", "--config", folder.resolve(node + ".properties").toString()).stream())
                .toArray(String[]::new)).printed();
    }

    Running secondary(String title) {
        return secondaries.get(title);
    }

    long seconds() {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    String story() {
        return witnesses.entrySet().stream().map(client -> "The clients of " + client.getKey() + " saw:\n"
                + Sights.of(client.getValue().lines()).told(began)).collect(Collectors.joining("\n"))
                + machines.values().stream().map(machine -> machine.name + " said (" + machine.log() + "):\n  "
                        + String.join("\n  ", machine.said())).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        net.close();
    }
}
