package network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A pair in a net of its own, with real programs only, and a witness among its clients. Its logs stay in target. */
final class Scene implements AutoCloseable {
    static final String SERVICE = "lb.example.com";
    /** An interval of one second, half a second while a check fails; all else is as shipped. */
    static final Map<String, String> BRISK = Map.of("lb.check.interval", "1s", "lb.check.fastinter", "500ms",
            "lb.check.timeout", "900ms", "lb.address.timeout", "900ms", "lb.follow.deadline", "0s");
    /** A window of ten seconds: an owner has to be told three times that its address is another. */
    static final Map<String, String> STEADY = Map.of("lb.check.interval", "5s", "lb.check.fastinter", "500ms",
            "lb.check.timeout", "900ms", "lb.address.timeout", "900ms", "lb.follow.deadline", "0s");
    /** For what a pair does at this pace, with time to spare for a machine that is busy with other scenes. */
    static final Duration SOON = Duration.ofSeconds(20);
    /** For what begins with the start of a lbkeeper. */
    static final Duration START = Duration.ofSeconds(90);
    /** Starting takes the processor, and whoever plays already needs a little of it at the right moment. */
    private static final Semaphore STARTS = new Semaphore(2);

    final Net net;
    private final Provider provider;
    private final Path folder;
    private final Map<String, LoadBalancer> machines = new TreeMap<>();
    private String title;
    private Running witness;
    private long began;
    private String owner;

    /** What happens in a scene; throws an AssertionError where the pair does what it should not. */
    interface Act {
        void play(Scene scene) throws Exception;
    }

    private interface Part {
        void play() throws Exception;
    }

    private Scene(String title, Provider provider, Map<String, String> settings, Map<String, String> environment) {
        this.title = title;
        this.provider = provider;
        folder = Folders.empty(Path.of("target", "network", title.replaceAll("\\W+", "-")).toAbsolutePath());
        net = new Net();
        for (String name : List.of("lb1", "lb2")) {
            machines.put(name, new LoadBalancer(name, net, folder, settings(name, settings), with(environment,
                    Map.of("LBKEEPER_NODE", name))));
        }
    }

    /** Plays an act on a pair that runs and has settled. Says so and skips it where there can be no namespaces. */
    static void play(String title, Map<String, String> settings, Act act) throws Exception {
        play(title, settings, Map.of(), act);
    }

    static void play(String title, Map<String, String> settings, Map<String, String> environment, Act act)
            throws Exception {
        play(title, new Route53Provider(), settings, environment, act);
    }

    static void play(String title, Provider provider, Map<String, String> settings, Map<String, String> environment,
            Act act) throws Exception {
        play(title, provider, settings, environment, scene -> { }, act);
    }

    /** @param before what is done to the machines before anything runs on them */
    static void play(String title, Provider provider, Map<String, String> settings, Map<String, String> environment,
            Act before, Act act) throws Exception {
        String obstacle = Namespaces.obstacle().orElse("");
        if (!obstacle.isEmpty()) {
            System.out.println("skipped, " + title + ": tests in network namespaces can't run: " + obstacle);
        }
        assumeTrue(obstacle.isEmpty(), "tests in network namespaces: " + obstacle);
        try (Scene scene = new Scene(title, provider, settings, environment)) {
            scene.telling(() -> {
                before.play(scene);
                scene.settle();
                act.play(scene);
                scene.end();
            });
        }
    }

    private void end() {
        assertNeverAbsent();
        System.out.println(summary());
    }

    /** What has been played was one act, and the next one begins once the pair has settled again. */
    void nextAct(String next) {
        end();
        title = next;
        await("both to settle again", START, this::hasSettledAgain);
        begin();
    }

    private void assertNeverAbsent() {
        assertThat(sights().gaps()).as("moments without the record").isEmpty();
        // A witness that sleeps sees nothing either.
        int answered = sights().answers() - sights().until(began).answers();
        assertThat(answered).as("answers that the witness got since the pair had settled")
                .isGreaterThan((int) (2 * seconds()) - 5);
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    /** Tells the whole story where something fails. */
    private void telling(Part part) throws Exception {
        try {
            part.play();
        } catch (AssertionError | ConditionTimeoutException failed) {
            throw new AssertionError(failed.getMessage() + "\n" + story(), failed);
        }
    }

    /** A class of this folder as a program among the clients. */
    Running startInClient(String name, Class<?> program, String... arguments) {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp",
                System.getProperty("java.class.path"), program.getName());
        return Running.start(net.namespace("client"), name, folder.resolve(name + ".log"), Map.of(),
                Stream.concat(command.stream(), Stream.of(arguments)).toList());
    }

    private Map<String, String> settings(String node, Map<String, String> given) {
        return with(with(with(Map.of("lb.node", node, "lb.nodes", "lb1,lb2", "lb.domain", "example.com", "lb.service",
                SERVICE, "lb.address", "interface:eth0", "lb.ttl", "5s", "lb.state-dir", folder.resolve(node
                        + "-state").toString()), provider.settings(Net.address("dns"))), given), Map.of());
    }

    /** Both start at once; whoever wins is the owner in what follows. */
    private void settle() throws InterruptedException {
        STARTS.acquire();
        try {
            provider.start(net.namespace("dns"), Net.address("dns"), folder);
            witness = startInClient("witness", Witness.class, Net.address("dns"), SERVICE);
            machines.values().forEach(LoadBalancer::start);
            await("both to settle", START, this::hasSettled);
        } finally {
            STARTS.release();
        }
        begin();
    }

    private void begin() {
        machines.values().forEach(LoadBalancer::turnPage);
        began = System.nanoTime();
    }

    private boolean hasSettled() {
        owner = sights().owner();
        return machines.containsKey(owner) && sights().service().equals(owner().address())
                && sights().visit().equals("served by " + owner) && owner().said("KeepRecord: ")
                && standby().said("KeepRecord: " + owner + " owns " + SERVICE);
    }

    private boolean hasSettledAgain() {
        owner = sights().owner();
        return sights().service().equals(owner().address()) && sights().visit().equals("served by " + owner)
                && machines.values().stream().allMatch(machine -> machine.lastSaid().contains("KeepRecord: " + owner
                        + " owns " + SERVICE));
    }

    Collection<LoadBalancer> machines() {
        return machines.values();
    }

    LoadBalancer owner() {
        return machines.get(owner);
    }

    LoadBalancer standby() {
        return machines.get(owner.equals("lb1") ? "lb2" : "lb1");
    }

    Sights sights() {
        return Sights.of(witness == null ? List.of() : witness.lines());
    }

    /** What was seen since the pair had settled. */
    Sights news() {
        return sights().since(began);
    }

    void awaitName(LoadBalancer on, Duration atMost) {
        await(SERVICE + " at " + on.name + ", " + on.address(), atMost, () -> sights().service().equals(on.address())
                && sights().owner().equals(on.name));
    }

    /** After a start: it has looked around and found its place. */
    void awaitPlace(LoadBalancer machine) {
        await("what " + machine.name + " makes of it", START, () -> machine.hasNews("KeepRecord: "));
    }

    /** Lets time pass in which nothing must go wrong. */
    void watch(Duration time, String breach, BooleanSupplier isBroken) {
        long end = System.nanoTime() + time.toNanos();
        await("the end of " + time, time.plusSeconds(10), () -> {
            assertThat(isBroken.getAsBoolean()).as(breach).isFalse();
            return System.nanoTime() >= end;
        });
    }

    void await(String what, Duration atMost, BooleanSupplier condition) {
        Awaitility.await(what).atMost(atMost).pollInterval(Duration.ofMillis(50)).pollInSameThread()
                .until(condition::getAsBoolean);
    }

    /** Each other address that the clients got since the pair had settled. */
    List<String> moves() {
        return news().of("service").stream().map(Sights.Sight::text).toList();
    }

    void assertMoves(LoadBalancer... to) {
        assertThat(moves()).as("the addresses that %s has had since the pair had settled", SERVICE)
                .isEqualTo(Stream.of(to).map(LoadBalancer::address).toList());
    }

    /** Each write lets the epoch grow by one, so that none escapes the witness. */
    long ownerWrites() {
        return sights().epoch() - sights().until(began).epoch();
    }

    private String summary() {
        return "in namespaces, %s: %d s, %d changes of the service record, %d writes of the owner record".formatted(
                title, seconds(), moves().size(), ownerWrites());
    }

    private String story() {
        return provider.story() + "\nWhat the clients saw (0 s: the pair had settled):\n" + sights().told(began)
                + machines.values().stream().map(machine -> machine.name + " said (" + machine.log() + "):\n  "
                        + String.join("\n  ", machine.said())).collect(Collectors.joining("\n"));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    @Override
    public void close() {
        net.close();
    }
}
