package io.lbkeeper.route53;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.lbkeeper.route53.PageSamples.Sample;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.InterceptSendToMockEndpointStrategy;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.lbkeeper.route53.WatchedZone.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The samples of the consumer do what the page says, in each language. */
@Timeout(120)
class ConsumerSamplesTest {
    @TempDir
    Path folder;
    private final WatchedZone zone = new WatchedZone();
    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
        zone.close();
    }

    private static List<Sample> samples(String section) {
        List<Sample> samples = PageSamples.all().stream().filter(sample -> sample.section().equals(section)).toList();
        assertThat(samples).as("the samples under '%s' on %s", section, PageSamples.PAGE)
                .extracting(Sample::language).containsExactlyElementsOf(PageSamples.LANGUAGES);
        return samples;
    }

    static List<Sample> reactions() {
        return samples("React to changes");
    }

    static List<Sample> filters() {
        return samples("Watch some records only");
    }

    static List<Sample> states() {
        return samples("Keep what was handled over a restart");
    }

    /** Starts a sample that polls as often as can be, and waits for its first poll. */
    private void start(Sample sample) throws Exception {
        context.addComponent("aws2-route53", zone.component());
        context.getCamelContextExtension().registerEndpointCallback(new InterceptSendToMockEndpointStrategy("log:*"));
        sample.with("delay: 60000", "delay: 10").with("delay=60000", "delay=10")
                .with("data/zone-state", folder.resolve("zone-state").toString()).loadInto(context, folder);
        context.start();
        assertThat(context.getRoutes()).hasSize(1);
        await().atMost(Duration.ofSeconds(30)).until(() ->
                ((Route53Consumer) context.getRoutes().get(0).getConsumer()).isFirstPollDone());
    }

    private void awaitAt(String endpoint, String... bodies) {
        MockEndpoint mock = context.getEndpoint("mock:" + endpoint, MockEndpoint.class);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(mock.getExchanges())
                .extracting(each -> each.getMessage().getBody(String.class)).containsExactly(bodies));
    }

    private static String json(String name, int last) {
        return "{\"Name\":\"" + name + ".\",\"Type\":\"A\",\"TTL\":60,\"ResourceRecords\":[{\"Value\":\"192.0.2." + last
                + "\"}]}";
    }

    @ParameterizedTest
    @MethodSource("reactions")
    void theyReact(Sample sample) throws Exception {
        start(sample);
        zone.upsert(set("www.example.com", "A", "192.0.2.1"));
        awaitAt("log:set", json("www.example.com", 1));
        zone.delete(set("www.example.com", "A", "192.0.2.1"));
        awaitAt("log:deleted", json("www.example.com", 1));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void theyWatchSomeRecordsOnly(Sample sample) throws Exception {
        zone.upsert(set("www.example.com", "A", "192.0.2.1"), set("a.api.example.com", "A", "192.0.2.1"));
        start(sample);
        zone.upsert(set("mail.example.com", "A", "192.0.2.2"), set("new.api.example.com", "A", "192.0.2.2"),
                set("www.example.com", "TXT", "\"t\""), set("a.api.example.com", "A", "192.0.2.3"));
        zone.delete(set("www.example.com", "A", "192.0.2.1"));
        awaitAt("log:addresses", json("a.api.example.com", 3), json("www.example.com", 1));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theyKeepWhatWasHandled(Sample sample) throws Exception {
        start(sample);
        zone.upsert(set("www.example.com", "A", "192.0.2.1"));
        awaitAt("log:always", json("www.example.com", 1));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(Files.readString(folder.resolve("zone-state"))).contains("aws2-route53/always/ZWATCHED/"));
    }
}
