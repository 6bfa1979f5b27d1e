package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.command.RoutesFolder;
import io.lbkeeper.service.Service;
import io.lbkeeper.service.Window;
import io.lbkeeper.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node that runs serves on {@code lb.http}, and what Prometheus' own tool says to it and to the alert rules. */
class MonitoringIT {
    private static final Path PAGE = Path.of("src/main/docs/monitoring.md");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\|");

    @TempDir
    private Path folder;
    private Pair pair;
    private Main main;
    private Window window;

    @BeforeEach
    void start() throws Exception {
        pair = new Pair(Map.of());
        Map<String, String> all = new HashMap<>(pair.settings(Pair.address("lb1")));
        all.putAll(Map.of("lb.node", "lb1", "lb.http", "127.0.0.1:0", "lb.state-dir", folder.toString()));
        Settings settings = Settings.of(all, "settings of lb1", Set.of());
        main = Service.assemble(settings, RoutesFolder.open(Path.of("routes")).folder());
        window = Window.open(settings, main::lookup);
        main.start();
    }

    @AfterEach
    void stop() {
        window.close();
        main.stop();
        pair.close();
    }

    @Test
    void aNodeThatRunsTellsWhatPrometheusUnderstands() throws Exception {
        await("a cycle as the owner").atMost(Duration.ofSeconds(30)).until(() -> scrape().contains(
                "lbkeeper_owner{node=\"lb1\",service=\"lb.example.com\"} 1.0"));
        await("more cycles").atMost(Duration.ofSeconds(30)).until(() -> figure("lbkeeper_cycles_total") > 3);
        String metrics = scrape();

        Path file = Files.writeString(folder.resolve("metrics.txt"), metrics);
        assertThat(promtool(file, "check", "metrics")).isEmpty();
        assertThat(metrics).contains("lbkeeper_node_health{health=\"OK\",node=\"lb1\"} 1.0",
                "lbkeeper_service_record_matches 1.0",
                "lbkeeper_writes_total{decision=\"CreateRecord\",result=\"applied\"} 1.0",
                "lbkeeper_settings_info{fall=\"3\",interval=\"1s\",node=\"lb1\",service=\"lb.example.com\"",
                "lbkeeper_epoch 1.0", "lbkeeper_alarms{kind=\"propagation\"} 0.0");
        double cycles = figure("lbkeeper_cycles_total");
        assertThat(figure("lbkeeper_cycle_duration_seconds_count")).isBetween(cycles, cycles + 3);
        assertThat(figure("lbkeeper_check_duration_seconds_count{node=\"lb1\"}")).as("one check a cycle")
                .isBetween(cycles - 2, cycles + 3);
        assertThat(figure("lbkeeper_api_duration_seconds_count{call=\"read\",result=\"ok\"}")).as("one read or two")
                .isBetween(cycles / 2, 2 * cycles + 3);
        assertThat(figure("lbkeeper_api_duration_seconds_count{call=\"change\",result=\"ok\"}")).isBetween(1.0, 3.0);
        assertThat(figure("process_resident_memory_bytes")).isGreaterThan(1e7);
    }

    @Test
    void thePageHasEveryMetric() throws Exception {
        await("a cycle").atMost(Duration.ofSeconds(30)).until(() -> scrape().contains("lbkeeper_owner{"));

        assertThat(found(ROW, Files.readString(PAGE))).as("the table in %s, name and type of each metric", PAGE)
                .isEqualTo(found(TYPE, scrape()));
    }

    @Test
    void theOtherEndpointsAnswerOfTheSameService() throws Exception {
        await("ready").atMost(Duration.ofSeconds(30)).until(() -> get("/observe/health/ready").statusCode() == 200
                || get("/observe/health/ready").body().contains("\"decision\",\"data\""));

        assertThat(get("/observe/health/live").body()).startsWith("{\"status\":\"UP\"");
        assertThat(get("/observe/status").body()).contains("\"node\": \"lb1\"");
        assertThat(get("/").body()).contains("lbkeeper on lb1");
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse("")).contains("script-src 'sha256-");
    }

    @Test
    void theAlertRulesAreGoodAndSayWhatTheyShould() throws Exception {
        assertThat(promtool(null, "check", "rules", "src/main/conf/lbkeeper.rules.yml")).contains("SUCCESS")
                .doesNotContain("FAILED");
        assertThat(promtool(null, "test", "rules", "integration-tests/services/lbkeeper.rules.test.yml"))
                .contains("SUCCESS").doesNotContain("FAILED");
    }

    private Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1) + " " + matcher.group(2));
        }
        return found;
    }

    private String scrape() throws Exception {
        return get("/observe/metrics").body();
    }

    private double figure(String series) throws Exception {
        return scrape().lines().filter(line -> line.startsWith(series + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(series.length() + 1))).orElse(Double.NaN);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + window.address().orElseThrow().getPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What it says; it must end well. */
    private static String promtool(Path input, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "promtool";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("promtool %s said: %s", String.join(" ", arguments), said).isZero();
        return said;
    }
}
