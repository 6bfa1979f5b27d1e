package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.status.Status;
import io.lbkeeper.status.StatusFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators ask of a running pair by the packaged program's commands, and what they are told. */
class RequestsIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

    private static final int RANDOM_KILLS = 8;
    private static final int LONGEST_COMMAND_MILLIS = 1_500;

    @TempDir
    private Path folder;

    @Test
    void aDrainedOwnerGivesTheNameAwayAndDoesNotGetItBack() throws Exception {
        try (Pair pair = started()) {
            String owner = pair.owner();
            String standby = Pair.other(owner);
            Ended drain = command(pair, owner, "drain", "--reason", "kernel update");
            assertThat(drain.code()).as(drain + pair.story()).isZero();
            assertThat(drain.said()).contains(standby + " owns lb.example.com");
            assertThat(pair.owner()).isEqualTo(standby);
            Ended status = command(pair, owner, "status");
            assertThat(status.said()).contains("ASKED: " + owner + " is drained by", "(kernel update)");
            assertThat(status.code()).as("a drain is no alarm: " + status).isZero();
            pair.haproxies.get(standby).kill();
            awaitSaid(pair, owner, owner + " can't take over: it is drained");
            assertThat(command(pair, owner, "status").code()).as("nobody has the name").isEqualTo(1);
            assertThat(pair.owner()).isEqualTo(standby);
            Ended undrain = command(pair, owner, "undrain");
            assertThat(undrain.code()).as(undrain.toString()).isZero();
            await("the drained node to take over at last").atMost(LONG_ENOUGH)
                    .until(() -> pair.owner().equals(owner));
            assertThat(command(pair, owner, "undrain").said()).contains("it was not drained");
            assertThat(Files.readAllLines(pair.nodes.get(owner).stateDir().resolve("audit.log"))).as("who asked what, "
                    + "and what came of it").anyMatch(line -> line.contains("\"request\":\"drain\"")
                            && line.contains("kernel update")).anyMatch(line -> line.contains("HandOver")
                                    && line.contains("applied")).anyMatch(line -> line.contains("taken back"));
        }
    }

    @Test
    void aDrainWithNobodyElseLeavesTheNameAndSaysSo() throws Exception {
        try (Pair pair = started()) {
            String owner = pair.owner();
            pair.haproxies.get(Pair.other(owner)).kill();
            awaitSaid(pair, owner, Pair.other(owner) + " could not take over");
            Ended drain = command(pair, owner, "drain", "--for", "1h");
            assertThat(drain.code()).as(drain + pair.story()).isEqualTo(1);
            assertThat(drain.said()).contains("there is no peer to hand the name over to");
            assertThat(pair.owner()).isEqualTo(owner);
            pair.haproxies.get(Pair.other(owner)).start();
            await("the request still stands").atMost(LONG_ENOUGH)
                    .until(() -> pair.owner().equals(Pair.other(owner)));
        }
    }

    @Test
    void aPausedPairMovesNothingUntilItIsResumed() throws Exception {
        try (Pair pair = started()) {
            String owner = pair.owner();
            for (String node : pair.nodes.keySet()) {
                Ended pause = command(pair, node, "pause", "--for", "1h", "--reason", "migration");
                assertThat(pause.code()).as(pause.toString()).isZero();
                assertThat(pause.said()).contains("in force");
            }
            Ended refused = command(pair, owner, "switchover");
            assertThat(refused.code()).as(refused.toString()).isEqualTo(1);
            assertThat(refused.said()).contains("is paused by");
            pair.haproxies.get(owner).kill();
            awaitSaid(pair, owner, owner + " is paused by");
            assertThat(pair.owner()).isEqualTo(owner);
            assertThat(command(pair, owner, "resume").code()).isZero();
            await("the owner to hand over").atMost(LONG_ENOUGH).until(() -> pair.owner().equals(Pair.other(owner)));
        }
    }

    @Test
    void aSwitchoverGoesWhereItIsAskedToOrNowhere() throws Exception {
        try (Pair pair = started()) {
            String owner = pair.owner();
            String standby = Pair.other(owner);
            assertThat(command(pair, standby, "switchover")).as("on the standby").matches(ended -> ended.code() == 1
                    && ended.said().contains(owner + " has it: run this there"));
            assertThat(command(pair, owner, "switchover", "--to", "lb9").code()).as("to nobody").isEqualTo(2);
            pair.haproxies.get(standby).kill();
            await("the fault to be told").atMost(LONG_ENOUGH).until(() -> status(pair, owner).nodes().stream()
                    .anyMatch(node -> node.node().equals(standby) && node.health().equals("DEAD")));
            assertThat(command(pair, owner, "switchover", "--to", standby)).as("to a dead node")
                    .matches(ended -> ended.code() == 1 && ended.said().contains(standby + " is DEAD"));
            pair.haproxies.get(standby).start();
            await("it to be well").atMost(LONG_ENOUGH).until(() -> status(pair, owner).nodes().stream()
                    .allMatch(node -> node.health().equals("OK") && node.up()));
            Ended moved = command(pair, owner, "switchover", "--to", standby);
            assertThat(moved.code()).as(moved + pair.story()).isZero();
            assertThat(pair.owner()).isEqualTo(standby);
            assertThat(pair.nodes.get(owner).stateDir().resolve("requests/switchover")).doesNotExist();
        }
    }

    @Test
    void aCommandThatIsKilledAtAnyMomentLeavesAStateThatIsUnderstood() throws Exception {
        try (Pair pair = started()) {
            String owner = pair.owner();
            List<List<String>> commands = List.of(List.of("drain"), List.of("undrain"), List.of("pause"),
                    List.of("resume"), List.of("switchover"), List.of("leave", "--within", "5s"), List.of("status"));
            for (List<String> command : commands) {
                killedWhenItHasBegun(pair, owner, command);
            }
            long seed = System.nanoTime();
            System.out.println("commands killed at random moments, seed " + seed);
            Random random = new Random(seed);
            for (int i = 0; i < RANDOM_KILLS; i++) {
                killedWithin(random.nextInt(LONGEST_COMMAND_MILLIS), pair, owner,
                        commands.get(random.nextInt(commands.size())));
            }
            Path requests = pair.nodes.get(owner).stateDir().resolve("requests");
            await("the service to go on").atMost(LONG_ENOUGH).until(() -> {
                long cycles = status(pair, owner).process().cycles();
                await().atMost(LONG_ENOUGH).until(() -> status(pair, owner).process().cycles() > cycles);
                return true;
            });
            assertThat(status(pair, owner).alarms()).as("about requests; " + Files.exists(requests))
                    .noneMatch(alarm -> alarm.contains("can't be read"));
        }
    }

    @Test
    void aServiceThatDoesNotCycleIsStale() throws Exception {
        try (Pair pair = started()) {
            String owner = pair.owner();
            assertThat(command(pair, owner, "status", "--json").said()).contains("\"stale\": false");
            pair.nodes.get(owner).close();
            Path dir = pair.nodes.get(owner).stateDir();
            String text = Files.readString(StatusFile.in(dir));
            Status last = StatusFile.read(dir).orElseThrow();
            Files.writeString(StatusFile.in(dir), text.replace("\"at\": \"" + last.process().at(),
                    "\"at\": \"2026-01-01T00:00:00Z"));
            Ended stale = command(pair, owner, "status");
            assertThat(stale.code()).as(stale.toString()).isEqualTo(1);
            assertThat(stale.said()).startsWith("STALE: the service does not cycle");
            assertThat(command(pair, owner, "status", "--json").said()).contains("\"stale\": true");
            assertThat(command(pair, owner, "switchover").code()).as("nobody would do it").isEqualTo(3);
            Files.delete(StatusFile.in(dir));
            assertThat(command(pair, owner, "status").code()).as("no status at all").isEqualTo(3);
        }
    }

    private static void killedWhenItHasBegun(Pair pair, String node, List<String> command) throws Exception {
        Process process = started(pair, node, command);
        // The first byte that it says is about the request that it has left; one that says nothing has ended.
        process.getInputStream().read();
        process.destroyForcibly().waitFor();
    }

    private static void killedWithin(int millis, Pair pair, String node, List<String> command) throws Exception {
        Process process = started(pair, node, command);
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private static Process started(Pair pair, String node, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of(Lbkeeper.DISTRIBUTION.resolve("bin/lbkeeper").toString()));
        line.addAll(command);
        line.addAll(List.of("--state-dir", pair.nodes.get(node).stateDir().toString()));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private Ended command(Pair pair, String node, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state-dir", pair.nodes.get(node).stateDir().toString()));
        try (Lbkeeper run = new Lbkeeper(folder, all.toArray(String[]::new))) {
            return new Ended(run.awaitExit(), run.output());
        }
    }

    private record Ended(int code, String said) {
    }

    private static Status status(Pair pair, String node) {
        return StatusFile.read(pair.nodes.get(node).stateDir()).orElseThrow();
    }

    private static Pair started() throws Exception {
        Pair pair = new Pair(Map.of("lb.grace", "0s"));
        pair.nodes.values().forEach(Node::start);
        await("the start").atMost(LONG_ENOUGH).until(() -> pair.isSettled() && pair.nodes.keySet().stream()
                .allMatch(node -> Optional.of(pair.nodes.get(node).stateDir()).flatMap(StatusFile::read)
                        .filter(status -> status.name().owner().isPresent() && status.nodes().stream()
                                .allMatch(one -> one.health().equals("OK"))).isPresent()));
        return pair;
    }

    private static void awaitSaid(Pair pair, String node, String text) {
        await("'" + text + "' of " + node).atMost(LONG_ENOUGH).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(pair.story());
            }
        }).until(() -> pair.nodes.get(node).said().stream().anyMatch(line -> line.contains(text)));
    }
}
