package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.check.Check;
import io.lbkeeper.check.Findings;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.routes.Replies;
import io.lbkeeper.routes.ScriptedServer;
import io.lbkeeper.service.Service;
import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes and kamelets on the pages, put into a copy of the shipped ones, as the README tells people to do. */
class RouteSamplesTest {
    private static final Pattern FILE = Pattern.compile("# ((?:kamelets/)?([a-z0-9-]+)\\.(?:camel|kamelet)\\.yaml)\n.*",
            Pattern.DOTALL);

    @TempDir
    private Path folder;

    private final ScriptedServer webhook = new ScriptedServer(Replies.whole(200, "thank you"));
    private Main main;

    @BeforeEach
    void startTheServiceWithTheSamples() throws Exception {
        Path routes = folder.resolve("routes");
        copy(Path.of("routes"), routes);
        for (Page.Sample sample : Page.allSamples("yaml")) {
            if (sample.file().endsWith("dns-update-component.md")) {
                // The page of a component is for whoever has no lbkeeper; ComponentPageTest runs its samples.
                continue;
            }
            Matcher named = FILE.matcher(sample.text());
            assertThat(named.matches()).as("%s is a whole file and says which: # name.camel.yaml", sample).isTrue();
            Files.writeString(routes.resolve(named.group(1)), sample.text());
        }
        main = Service.assemble(Settings.of(settings(), "settings of a test", Set.of()), routes);
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
        webhook.close();
    }

    @Test
    void theRoutesOfThePagesRunBesideTheShippedOnes() throws IOException {
        CamelContext camel = main.getCamelContext();
        List<String> samples = Page.allSamples("yaml").stream().map(sample -> FILE.matcher(sample.text()))
                .filter(Matcher::matches).filter(named -> named.group(1).endsWith(".camel.yaml"))
                .map(named -> named.group(2)).toList();
        assertThat(samples).contains("notify", "tell-webhook");
        for (String route : samples) {
            assertThat(camel.getRoute(route)).as("the route %s", route).isNotNull();
            assertThat(camel.getRouteController().getRouteStatus(route).isStarted()).as(route).isTrue();
        }
    }

    @Test
    void checkFindsNothingWrongWithThem() throws IOException {
        Path config = Files.write(folder.resolve("lbkeeper.properties"), settings().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue()).toList());
        Findings findings = new Check().of(config, folder.resolve("routes"), Set.of(),
                    Set.of("webhook", "slack", "mail", "command"));
        assertThat(findings.isGood()).as(findings.toString()).isTrue();
    }

    @Test
    void theSampleIsTheShippedRouteAndTwoLinesMore() throws IOException {
        Page.Sample notify = Page.allSamples("yaml").stream().filter(sample -> sample.text().startsWith("# notify."))
                .findFirst().orElseThrow();
        assertThat(notify.text().replaceFirst("# .*\n", "").replaceFirst(" +- wireTap:\n.*\n", ""))
                .isEqualTo(Files.readString(Path.of("routes/notify.camel.yaml")));
    }

    /** No Route 53 answers here, so that the first decision is a refusal. */
    @Test
    void aRefusalGoesToTheWebHookAndTheCycleGoesOn() throws IOException {
        await("a refusal at the web hook").atMost(Duration.ofSeconds(30))
                .until(() -> !webhook.requests().isEmpty());
        ScriptedServer.Request posted = webhook.requests().get(0);
        assertThat(posted.method() + " " + posted.target()).isEqualTo("POST /hooks/lb");
        assertThat(posted.header("Content-Type")).contains("text/plain; charset=UTF-8");
        assertThat(posted.body()).startsWith("lb1: RefuseToMove: The records could not be read (");
        webhook.close();
        Object decision = new Decision.RefuseToMove("No web hook listens.");
        try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
            assertThat(template.requestBody("direct:notify", decision)).as("what the cycle acts on").isSameAs(decision);
        }
    }

    @Test
    void theKameletOfAProviderAnswersInBothShapes() throws IOException {
        try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
            Object found = template.requestBody("kamelet:dns-acme-read-action", List.of("lb.example.com"));
            assertThat(found).isInstanceOf(Answer.Value.class).asString().contains("203.0.113.10");
            Object notFound = template.requestBody("kamelet:dns-acme-read-action", List.of());
            assertThat(notFound).isEqualTo(Answer.couldNotAsk("Acme is not at home"));
        }
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        Page.allSamples("properties").stream().filter(sample -> sample.info().equals("part"))
                .flatMap(sample -> sample.text().lines())
                .filter(line -> line.startsWith("webhook.") || line.startsWith("mydns."))
                .forEach(line -> settings.put(line.split("=")[0], webhook.url()
                        + line.replaceFirst(".*=(https://[^/]+|.*)", "")));
        settings.putAll(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com", "lb.service",
                "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE", "lb.address", "127.0.0.1",
                "lb.check.own-url", "http://127.0.0.1:1/stats;csv", "lb.route53.endpoint", "http://127.0.0.1:1"));
        return settings;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
