package dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The servers that the other tests rely on: each as a primary, fed to each that can be a secondary. */
@Timeout(180)
class NameServersIT {
    @TempDir
    private Path folder;

    @Test
    void bindFeedsEverySecondary() throws Exception {
        assertFeeds(Bind::new);
    }

    @Test
    void knotFeedsEverySecondary() throws Exception {
        assertFeeds(Knot::new);
    }

    @Test
    void powerdnsFeedsEverySecondary() throws Exception {
        assertFeeds(Powerdns::new);
    }

    private interface Kind {
        NameServerProcess of(Path folder, Place place, Zone zone);
    }

    private void assertFeeds(Kind kind) throws Exception {
        Place place = Place.beside();
        List<NameServerProcess> secondaries = new ArrayList<>(List.of(
                new Bind(folder.resolve("bind"), Place.beside(), Zone.secondaryOf(place)),
                new Knot(folder.resolve("knot"), Place.beside(), Zone.secondaryOf(place)),
                new Powerdns(folder.resolve("powerdns"), Place.beside(), Zone.secondaryOf(place)),
                new Nsd(folder.resolve("nsd"), Place.beside(), Zone.secondaryOf(place))));
        try (NameServerProcess first = kind.of(folder.resolve("first"), place, Zone.primary(secondaries.stream()
                .map(NameServerProcess::place).toArray(Place[]::new)))) {
            first.start();
            secondaries.forEach(NameServerProcess::start);
            assertArrives(first, secondaries, "192.0.2.1");
            assertRefuses(first);
            first.stop();
            first.start();
            assertThat(first.ask("lb.example.com", "A")).as("after a restart; %s", first.story())
                    .isEqualTo("192.0.2.1");
            assertArrives(first, secondaries, "192.0.2.2");
        } finally {
            secondaries.forEach(NameServerProcess::close);
        }
    }

    private static void assertArrives(NameServerProcess first, List<NameServerProcess> secondaries, String address) {
        long serial = first.serial();
        assertThat(first.update("update delete lb.example.com. A", "update add lb.example.com. 60 A " + address,
                "update delete _owner.lb.example.com. TXT", "update add _owner.lb.example.com. 60 TXT v=1"))
                .as("what nsupdate said; %s", first.story()).isEmpty();
        assertThat(first.ask("lb.example.com", "A")).isEqualTo(address);
        assertThat(first.serial()).as("the serial; %s", first.story()).isGreaterThan(serial);
        for (NameServerProcess secondary : secondaries) {
            await(secondary.title() + " to follow " + first.title() + " to " + address)
                    .atMost(Duration.ofSeconds(20)).conditionEvaluationListener(seen -> {
                        if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                            System.out.println(first.story() + "\n" + secondary.story());
                        }
                    }).until(() -> secondary.ask("lb.example.com", "A").equals(address)
                            && secondary.serial() == first.serial());
        }
    }

    /** The key opens the names and types of the service only; what it opens stays undone beside what it does not. */
    private static void assertRefuses(NameServerProcess server) {
        for (String change : List.of("add www.example.com. 60 A 192.0.2.9", "delete ns1.example.com. A",
                "add lb.example.com. 60 CAA 0 issue none")) {
            assertThat(server.update("update add lb1.example.com. 60 A 192.0.2.1", "update " + change))
                    .as("what %s said to %s; %s", server.title(), change, server.story()).contains(server.refusal());
        }
        assertThat(server.ask("lb1.example.com", "A")).as("what came with it; %s", server.story()).isEmpty();
    }
}
