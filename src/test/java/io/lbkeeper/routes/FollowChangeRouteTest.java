package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.propagation.Follower;
import io.lbkeeper.propagation.NameServers;
import io.lbkeeper.propagation.Propagation;
import io.lbkeeper.propagation.ServerAnswer;
import io.lbkeeper.propagation.ServerQuestion;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Over a provider that is a pair of kamelets only: nobody knows how far a change is but the name servers. */
class FollowChangeRouteTest extends OwnProviderTestBase {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final RecordSet NS = RecordSet.simple("example.com", "NS", Duration.ofHours(48), "ns1.example.net.",
            "ns2.example.net.");

    private final List<ServerQuestion> questions = new CopyOnWriteArrayList<>();
    private volatile ServerAnswer second = new ServerAnswer.Refused("ns2.example.net", "REFUSED");
    private final AtomicInteger looksAtTheClock = new AtomicInteger();
    private final Follower follower = new Follower(List.of("lb.example.com"), List.of(), Duration.ofMillis(100),
            Duration.ofMinutes(5), this::now);

    @Override
    String[] routes() {
        return new String[] {"follow-change"};
    }

    @Override
    Map<String, Object> beans() {
        Map<String, Object> beans = new HashMap<>(super.beans());
        NameServers servers = (question, deadline) -> {
            questions.add(question);
            return List.of(told("ns1.example.net"), second);
        };
        beans.putAll(Map.of("follower", follower, "nameServers", servers));
        return beans;
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(super.settings());
        settings.put("lb.follow.interval", "100ms");
        return settings;
    }

    @Test
    void theZonesNameServersAreAskedUntilAllHaveIt() {
        provider.answer = Answer.value(List.of(Decisions.SERVICE, NS));
        try (SeenLog log = new SeenLog()) {
            follower.follow(Decisions.SWAP, new Outcome.Applied("C7"));
            await("the server that refuses").atMost(PATIENCE).until(() -> follower.state().isAlarm());
            await("more questions").atMost(PATIENCE).until(() -> questions.size() >= 2);
            second = told("ns2.example.net");
            await("the end").atMost(PATIENCE).until(() -> follower.state() instanceof Propagation.InSync
                    && log.lines().size() >= 2);
            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0)).matches("WARN Propagation: change C7 is not everywhere after \\d+ s: "
                    + "ns2\\.example\\.net gives REFUSED\\.");
            assertThat(log.lines().get(1)).startsWith("INFO Propagation: change C7 is in sync after ")
                    .endsWith("all its 2 name servers answer 203.0.113.10.");
        }
        assertThat(questions).containsOnly(new ServerQuestion("lb.example.com", "A",
                List.of("ns1.example.net", "ns2.example.net")));
        assertThat(provider.asked).containsOnly(List.of("lb.example.com", "example.com"));
    }

    @Test
    void nothingIsAskedWhenThereIsNoChange() {
        await("three ticks").atMost(PATIENCE).until(() -> looksAtTheClock.get() >= 3);
        assertThat(provider.asked).isEmpty();
        assertThat(questions).isEmpty();
    }

    /** Ten times as fast as others: secondaries are given seconds for a transfer before one that lags is an alarm. */
    private Duration now() {
        looksAtTheClock.incrementAndGet();
        return Duration.ofNanos(System.nanoTime()).multipliedBy(10);
    }

    private static ServerAnswer told(String server) {
        return new ServerAnswer.Told(server, Set.of("203.0.113.10"), Decisions.TTL);
    }
}
