package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** If one connection had to wait for another it would be for the half of lb.check.timeout, longer than a test may. */
@Timeout(value = 15, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ObserveHaproxiesRouteTest extends RouteTestBase {
    private final StubCycle cycle = new StubCycle();
    private final HeldTargets lines = new HeldTargets();
    private final ScriptedServer own = new ScriptedServer();
    private final ScriptedServer peer = new ScriptedServer();

    @Override
    String[] routes() {
        return new String[] {"observe-haproxies", "check-haproxy"};
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle, "lines", lines);
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app", "lb.check.timeout", "40s", "lb.check.interval", "50s");
    }

    @AfterEach
    void closeServers() {
        own.close();
        peer.close();
    }

    @Test
    void allAreCheckedAtTheSameTimeAndEachResultKeepsItsNode() {
        CountDownLatch bothAsked = new CountDownLatch(2);
        own.replies(afterAll(bothAsked, Replies.whole(200, StatsPages.PAGE, "X-Lbkeeper-Node: lb1")));
        peer.replies(afterAll(bothAsked, StatsPages.refusal(404)));

        observe();
        assertThat(cycle.checks).containsOnlyKeys("lb1", "lb2");
        assertThat(cycle.checks.get("lb1").health()).as("%s", cycle.checks).isEqualTo(Health.OK);
        assertThat(cycle.checks.get("lb2")).as("%s", cycle.checks).extracting(Check::detail).asString()
                .contains("answered 404");
        assertThat(lines.wanted).as("once all are checked, a line to those that are well").containsExactly(
                List.of(cycle.targets.get(0)));
    }

    @Test
    void onePageThatCannotBeHadLeavesTheOther() {
        own.replies(Replies.reset());
        peer.replies(StatsPages.good());

        observe();
        assertThat(cycle.checks.get("lb1").health()).as("%s", cycle.checks).isEqualTo(Health.DEAD);
        assertThat(cycle.checks.get("lb2").health()).as("%s", cycle.checks).isEqualTo(Health.OK);
        assertThat(own.requests()).as("times asked: once, and lb.check.confirmations").hasSize(1 + 4);
        assertThat(peer.requests()).hasSize(1);
        assertThat(lines.wanted).containsExactly(List.of(cycle.targets.get(1)));
    }

    @Test
    void aRaceForEachNodeRunsAtTheSameTime() {
        CountDownLatch allAsked = new CountDownLatch(8);
        own.replies(Replies.hangUp(), afterAll(allAsked, Replies.whole(200, StatsPages.PAGE, "X-Lbkeeper-Node: lb1")));
        peer.replies(Replies.hangUp(), afterAll(allAsked, StatsPages.good()));

        observe();
        assertThat(cycle.checks.values()).as("%s", cycle.checks).extracting(Check::health)
                .containsExactly(Health.OK, Health.OK);
    }

    @Test
    void oneThatWasSilentIsCheckedAndNotWaitedFor() throws InterruptedException {
        CountDownLatch observed = new CountDownLatch(1);
        own.replies(Replies.whole(200, StatsPages.PAGE, "X-Lbkeeper-Node: lb1"));
        peer.replies((client, closed) -> {
            observed.await();
            StatsPages.good().give(client, closed);
        });
        cycle.targetsAside = List.of(new Target("lb2", "127.0.0.1", peer.url() + "/stats;csv"));
        cycle.targets = List.of(new Target("lb1", "", own.url() + "/stats;csv"));

        template.sendBody("direct:observe-haproxies", null);
        assertThat(cycle.checks).as("when the cycle goes on").containsOnlyKeys("lb1");
        observed.countDown();
        await("the answer of the other").atMost(Duration.ofSeconds(10)).until(() -> cycle.checks.containsKey("lb2"));
        assertThat(cycle.checks.get("lb2").health()).isEqualTo(Health.OK);
    }

    private void observe() {
        cycle.targets = List.of(new Target("lb1", "", own.url() + "/stats;csv"),
                new Target("lb2", "127.0.0.1", peer.url() + "/stats;csv"));
        template.sendBody("direct:observe-haproxies", null);
    }

    private static Reply afterAll(CountDownLatch asked, Reply reply) {
        return (client, closed) -> {
            asked.countDown();
            asked.await();
            reply.give(client, closed);
        };
    }
}
