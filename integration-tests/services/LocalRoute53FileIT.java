package services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** The real process with --file: killed in the middle of its work, out of room, started twice. */
class LocalRoute53FileIT {
    private static final String ZONE = "ZEXAMPLE";
    private static final int ROUNDS = 12;
    @TempDir
    private Path directory;

    private LocalRoute53Process start(String... wrapper) throws Exception {
        return new LocalRoute53Process(List.of(wrapper), List.of("--file", file().toString()));
    }

    private Path file() {
        return directory.resolve("zones.xml");
    }

    private static Change change(ChangeAction action, String name, int number) {
        return Change.builder().action(action).resourceRecordSet(s -> s.name(name).type(RRType.TXT).ttl(60L)
                .resourceRecords(ResourceRecord.builder().value("\"" + number + "\"").build())).build();
    }

    private static void send(Route53Client client, List<Change> changes) {
        client.changeResourceRecordSets(r -> r.hostedZoneId(ZONE).changeBatch(b -> b.changes(changes)));
    }

    private static int counter(Route53Client client) {
        ResourceRecordSet found = client.listResourceRecordSets(r -> r.hostedZoneId(ZONE)
                .startRecordName("counter.example.com").startRecordType(RRType.TXT).maxItems("1"))
                .resourceRecordSets().get(0);
        assertThat(found.name()).isEqualTo("counter.example.com.");
        return Integer.parseInt(found.resourceRecords().get(0).value().replace("\"", ""));
    }

    /** Each change swaps the counter and its twin, so that half a batch would show too. */
    @Test
    void whatWasAnsweredSurvivesAKill() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("LocalRoute53FileIT.whatWasAnsweredSurvivesAKill seed " + seed);
        Random random = new Random(seed);
        AtomicInteger answered = new AtomicInteger();
        try (LocalRoute53Process local = start(); Route53Client client = local.client()) {
            send(client, List.of(change(ChangeAction.CREATE, "counter.example.com", 0),
                    change(ChangeAction.CREATE, "twin.example.com", 0)));
            // A file that takes a while to write.
            send(client, IntStream.range(0, 900).mapToObj(i -> change(ChangeAction.CREATE, "r" + i + ".example.com", i))
                    .toList());
            kill(local);
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (LocalRoute53Process local = start(); Route53Client client = local.client()) {
                int kept = counter(client);
                assertThat(kept).as("seed %d, round %d: what was answered last, or the change that was on its way",
                        seed, round).isIn(answered.get(), answered.get() + 1);
                assertThat(client.listResourceRecordSetsPaginator(r -> r.hostedZoneId(ZONE)).resourceRecordSets())
                        .hasSize(904);
                answered.set(kept);
                Thread writer = new Thread(() -> countOn(client, answered), "writer");
                writer.start();
                int target = kept + 1 + random.nextInt(30);
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(60))
                        .until(() -> answered.get() >= target);
                kill(local);
                writer.join(60_000);
                assertThat(writer.isAlive()).isFalse();
            }
        }
        assertThat(answered).hasValueGreaterThan(ROUNDS);
    }

    private static void kill(LocalRoute53Process local) throws Exception {
        ProcessHandle process = ProcessHandle.of(local.pid()).orElseThrow();
        local.close();
        process.onExit().get(60, TimeUnit.SECONDS);
    }

    private static void countOn(Route53Client client, AtomicInteger answered) {
        try {
            while (true) {
                int from = answered.get();
                send(client, List.of(change(ChangeAction.DELETE, "counter.example.com", from),
                        change(ChangeAction.DELETE, "twin.example.com", from),
                        change(ChangeAction.CREATE, "counter.example.com", from + 1),
                        change(ChangeAction.CREATE, "twin.example.com", from + 1)));
                answered.incrementAndGet();
            }
        } catch (SdkException e) {
            // The process was killed: that is how this ends.
        }
    }

    /** The system lets the process write files of 64 kB only. */
    @Test
    void outOfRoomItRefusesAndGoesOn() throws Exception {
        try (LocalRoute53Process local = start("/bin/bash", "-c", "ulimit -f 64; exec \"$@\"", "bash");
             Route53Client client = local.client()) {
            assertThat(local.readyLine).endsWith("zones example.com=ZEXAMPLE");
            int kept = 0;
            Route53Exception refused = null;
            while (refused == null) {
                byte[] before = Files.readAllBytes(file());
                try {
                    send(client, List.of(change(ChangeAction.CREATE, "r" + kept + ".example.com", kept)));
                    kept++;
                } catch (Route53Exception e) {
                    refused = e;
                    assertThat(Files.readAllBytes(file())).isEqualTo(before);
                }
                assertThat(kept).as("records in 64 kB").isLessThan(1000);
            }
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.awsErrorDetails().errorMessage()).contains("was not made", "File too large");
            assertThat(client.listResourceRecordSetsPaginator(r -> r.hostedZoneId(ZONE)).resourceRecordSets())
                    .hasSize(kept + 2);
            send(client, List.of(change(ChangeAction.DELETE, "r0.example.com", 0)));
        }
    }

    /** What the process could hold it can read again, with its 64 MB. */
    @Test
    void severalFullZonesAreReadBack() throws Exception {
        try (LocalRoute53Process local = start(); Route53Client client = local.client()) {
            for (int zone = 0; zone < 3; zone++) {
                String name = "z" + zone + ".example.org";
                String id = client.createHostedZone(r -> r.name(name).callerReference(name)).hostedZone().id();
                for (int i = 0; i < 9900; i += 990) {
                    List<Change> changes = IntStream.range(i, i + 990).mapToObj(n -> change(ChangeAction.CREATE,
                            "r" + n + "." + name, n)).toList();
                    client.changeResourceRecordSets(r -> r.hostedZoneId(id).changeBatch(b -> b.changes(changes)));
                }
            }
            assertThat(local.terminate(20)).isTrue();
        }
        try (LocalRoute53Process local = start(); Route53Client client = local.client()) {
            assertThat(client.listHostedZones().hostedZones()).extracting(HostedZone::resourceRecordSetCount)
                    .containsExactlyInAnyOrder(2L, 9902L, 9902L, 9902L);
        }
    }

    @Test
    void aSecondProcessAndADamagedFileAreTold() throws Exception {
        try (LocalRoute53Process local = start()) {
            assertThat(local.readyLine).endsWith("zones example.com=ZEXAMPLE");
            assertThatThrownBy(this::start).hasMessageContaining("local-route53: cannot keep the zones in " + file()
                    + ": another process has it");
            kill(local);
        }
        String damaged = Files.readString(file()).replace("</LocalRoute53>", "");
        Files.writeString(file(), damaged);
        assertThatThrownBy(this::start).hasMessageContaining("local-route53: cannot read the zones from " + file());
        assertThat(Files.readString(file())).isEqualTo(damaged);
    }
}
