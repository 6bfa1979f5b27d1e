package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The worst cases of the README's table "How long it takes", with the default settings, from the fault to the changed
 * record: the owner's HAProxy goes just after it was found well. Prints what it measured.
 */
class RecoveryTimeIT {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration FASTINTER = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration WINDOW = INTERVAL.plus(FASTINTER).plus(FASTINTER);
    /** A machine that is busy with other tests starts each cycle a little late. */
    private static final Duration LATENESS = Duration.ofSeconds(2);

    @Test
    void aKilledHaproxyIsHandedOver() throws Exception {
        measure("HAProxy killed", true, INTERVAL.plus(GRACE), FakeHaproxy::kill);
    }

    @Test
    void aHungHaproxyIsHandedOver() throws Exception {
        measure("HAProxy hung", true, INTERVAL.plus(TIMEOUT).plus(GRACE),
                haproxy -> haproxy.slowDown(INTERVAL.multipliedBy(12)));
    }

    @Test
    void aNodeThatIsGoneIsReplaced() throws Exception {
        measure("gone, and refuses", false, INTERVAL.plus(WINDOW), FakeHaproxy::kill);
    }

    @Test
    void aNodeThatIsSilentIsReplaced() throws Exception {
        measure("gone, and silent", false, INTERVAL.plus(TIMEOUT).plus(WINDOW),
                haproxy -> haproxy.slowDown(INTERVAL.multipliedBy(12)));
    }

    private static void measure(String fault, boolean ownersLbkeeper, Duration worst,
            Consumer<FakeHaproxy> strike) throws Exception {
        Map<String, String> defaults = Map.of("lb.check.interval", "5s", "lb.check.fastinter", "1s",
                "lb.check.timeout", "2s", "lb.address.timeout", "2s", "lb.route53.timeout", "3s",
                "lb.records.interval", "60s", "lb.hold-down", "60s");
        try (Pair pair = new Pair(defaults)) {
            PairIT.ownedBy(pair, "lb1");
            pair.byHand(RecordChange.create(PairIT.set("lb2.example.com.", RecordType.A, Pair.address("lb2"))));
            FakeHaproxy owners = pair.haproxies.get("lb1");
            pair.nodes.get("lb2").start();
            if (ownersLbkeeper) {
                PairIT.awaitSaid(pair, pair.nodes.get("lb2"), "KeepRecord: lb1 owns lb.example.com at 127.0.1.1, and "
                        + "its HAProxy is OK.");
                pair.nodes.get("lb1").start();
            }
            int before = owners.asked();
            await("two more checks").atMost(INTERVAL.multipliedBy(3))
                    .pollInterval(Duration.ofMillis(10)).until(() -> owners.asked() >= before + 2);
            PairIT.awaitSaid(pair, pair.nodes.get("lb2"), "KeepRecord: lb1 owns lb.example.com at 127.0.1.1, and its "
                    + "HAProxy is OK.");
            long struck = System.nanoTime();
            strike.accept(owners);
            await("the move").atMost(worst.multipliedBy(2)).pollInterval(Duration.ofMillis(10))
                    .until(() -> pair.serviceAddress().equals(Pair.address("lb2")));
            Duration took = Duration.ofNanos(System.nanoTime() - struck);
            System.out.println("recovery time, " + fault + " after a good check: " + took.toMillis()
                    + " ms until the record was changed (reckoned, at most: " + worst.toMillis() + " ms)");
            assertThat(took).as("%s; %s", fault, pair.story())
                    .isBetween(worst.minus(INTERVAL), worst.plus(LATENESS));
        }
    }
}
