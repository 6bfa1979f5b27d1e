package io.lbkeeper.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.status.Alarms;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class WindowTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("lbkeeper");

    @TempDir
    private Path folder;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        LOG.detachAppender(log);
    }

    @Test
    void aPortThatIsTakenIsAnAlarmUntilItIsFree() throws Exception {
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Map<String, Object> beans = beans("127.0.0.1:" + other.getLocalPort(), Optional.of(folder));
        Alarms alarms = (Alarms) beans.get("alarms");
        try (Window window = Window.open(settings("127.0.0.1:" + other.getLocalPort()), beans::get,
                Duration.ofMillis(50))) {
            assertThat(window.address()).isEmpty();
            assertThat(alarms.byKey()).containsOnlyKeys("http");
            assertThat(said()).singleElement().asString().contains("WARN nothing can be served at lb.http=127.0.0.1:");
            other.close();
            await("the port").atMost(Duration.ofSeconds(20)).until(() -> alarms.byKey().isEmpty());
            assertThat(window.address()).isPresent();
        } finally {
            other.close();
        }
    }

    @Test
    void oneThatOthersCanReachIsWarnedAbout() throws Exception {
        try (Window window = open("0.0.0.0:0")) {
            assertThat(said()).hasSize(2).last().asString().contains("WARN lb.http=0.0.0.0:"
                    + window.address().orElseThrow().getPort() + " is open to other machines");
        }
        log.list.clear();
        try (Window window = open("127.0.0.1:0")) {
            assertThat(said()).containsExactly("INFO The status page is at http://127.0.0.1:"
                    + window.address().orElseThrow().getPort() + "/");
        }
    }

    @Test
    void whereNothingIsServedNothingIsCounted() throws Exception {
        Map<String, Object> none = beans("", Optional.of(folder));
        try (Window window = Window.open(settings(""), none::get)) {
            assertThat(window.address()).isEmpty();
            assertThat(((CompositeMeterRegistry) none.get("meters")).getRegistries()).isEmpty();
        }
        assertThat(none).doesNotContainKey("latencies");
        assertThat(beans("127.0.0.1:0", Optional.empty())).as("a rehearsal").doesNotContainKey("latencies");
        assertThat(beans("127.0.0.1:0", Optional.of(folder))).containsKey("latencies");
    }

    private Window open(String http) throws Exception {
        return Window.open(settings(http), beans(http, Optional.of(folder))::get);
    }

    private Map<String, Object> beans(String http, Optional<Path> state) throws Exception {
        return Service.beans(settings(http), Surroundings.ofThisMachine(state));
    }

    private Settings settings(String http) throws Exception {
        return Settings.of(new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.route53.zone-id", "Z1", "lb.http", http)), "a test's", Set.of());
    }

    private List<String> said() {
        return List.copyOf(log.list).stream().map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
