package io.lbkeeper.route53;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.WatchedZone.set;
import static io.lbkeeper.route53.WatchedZone.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The kamelets as a route in YAML uses them, against the local endpoint. */
@Timeout(120)
class KameletsTest {
    @TempDir
    Path folder;
    private final WatchedZone zone = new WatchedZone();
    private final CamelContext context = new DefaultCamelContext();
    private final List<Exchange> came = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        context.stop();
        zone.close();
    }

    /** The parameters that lead to the local endpoint. */
    private String access(int indent) {
        return Map.of("accessKey", "AKIATEST", "secretKey", "s3cr3t", "overrideEndpoint", "true",
                "uriEndpointOverride", zone.url(), "hostedZoneId", WatchedZone.ZONE).entrySet().stream()
                .map(entry -> " ".repeat(indent) + entry.getKey() + ": \"" + entry.getValue() + "\"\n")
                .collect(Collectors.joining());
    }

    private void start(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("test.yaml", yaml));
        context.start();
    }

    private Exchange send(Object body, Map<String, Object> headers) {
        return context.createProducerTemplate().send("direct:set", exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    /** A route of sinks, one for each text of parameters. */
    private void sink(String... parameters) throws Exception {
        StringBuilder steps = new StringBuilder();
        for (String each : parameters) {
            // A sink leaves its answer in the body.
            steps.append(steps.isEmpty() ? "" : "        - setBody:\n            constant: 192.0.2.1\n");
            steps.append("""
                            - to:
                                uri: kamelet:aws-route53-sink
                                parameters:
                    %s%s""".formatted(access(14), each));
        }
        start("""
                - route:
                    from:
                      uri: direct:set
                      steps:
                """ + steps);
    }

    private String record(String name, String type) {
        return context.createProducerTemplate().request(sinkZone("getRecord"), exchange -> {
            exchange.getMessage().setHeader(Route53Constants.RECORD_NAME, name);
            exchange.getMessage().setHeader(Route53Constants.RECORD_TYPE, type);
        }).getMessage().getBody(String.class);
    }

    private String sinkZone(String operation) {
        return "aws2-route53:look?operation=" + operation + "&hostedZoneId=" + WatchedZone.ZONE
                + "&accessKey=AKIATEST&secretKey=s3cr3t&overrideEndpoint=true&uriEndpointOverride=" + zone.url();
    }

    @Test
    void aTextIsTheValueOfTheRecord() throws Exception {
        sink("              recordName: www.example.com\n              recordTtl: 60\n");
        assertThat(send("192.0.2.1\n", Map.of()).getException()).isNull();
        assertThat(record("www.example.com", "A")).isEqualTo("{\"Name\":\"www.example.com.\",\"Type\":\"A\",\"TTL\":60,"
                + "\"ResourceRecords\":[{\"Value\":\"192.0.2.1\"}]}");
        send("192.0.2.2,192.0.2.3", Map.of());
        assertThat(record("www.example.com", "A")).contains("\"192.0.2.2\"", "\"192.0.2.3\"");
    }

    @Test
    void noSecretIsShown() throws Exception {
        sink("              recordName: www.example.com\n");
        send("192.0.2.1", Map.of());
        assertThat(context.getEndpoints().toString()).contains("aws2-route53://kamelet", "kamelet:aws-route53-sink")
                .doesNotContain("s3cr3t", "AKIATEST");
    }

    @Test
    void whatASinkIsNotToldIsAsTheComponentIsSet() throws Exception {
        Route53Component component = zone.component();
        component.getConfiguration().setRegion("eu-west-1");
        component.getConfiguration().setSessionToken("t0k3n");
        component.getConfiguration().setUseSessionCredentials(true);
        context.addComponent("aws2-route53", component);
        start("""
                - route:
                    from:
                      uri: direct:set
                      steps:
                        - to: kamelet:aws-route53-sink?hostedZoneName=example.com&recordName=www.example.com
                """);
        assertThat(send("192.0.2.1", Map.of()).getException()).isNull();
        Route53Configuration used = context.getEndpoints().stream().filter(Route53Endpoint.class::isInstance)
                .map(each -> ((Route53Endpoint) each).getConfiguration()).findFirst().orElseThrow();
        assertThat(used).returns("AKIATEST", Route53Configuration::getAccessKey)
                .returns("secret", Route53Configuration::getSecretKey)
                .returns("t0k3n", Route53Configuration::getSessionToken)
                .returns(true, Route53Configuration::isUseSessionCredentials)
                .returns("eu-west-1", Route53Configuration::getRegion)
                .returns("example.com", Route53Configuration::getHostedZoneName)
                .returns(zone.url(), Route53Configuration::getUriEndpointOverride);
    }

    @Test
    void headersGoBeforeTheParameters() throws Exception {
        sink("              recordName: www.example.com\n");
        for (Map<String, Object> headers : List.of(
                Map.<String, Object>of("recordName", "a.example.com", "recordType", "TXT", "recordTtl", 7),
                Map.<String, Object>of("ce-recordname", "b.example.com", "ce-recordtype", "TXT", "ce-recordttl", "7"),
                Map.<String, Object>of(Route53Constants.RECORD_NAME, "c.example.com", Route53Constants.RECORD_TYPE,
                        "TXT", Route53Constants.RECORD_TTL, 7))) {
            assertThat(send("\"x, y\"", headers).getException()).isNull();
        }
        for (String name : List.of("a", "b", "c")) {
            assertThat(record(name + ".example.com", "TXT")).contains("\"TTL\":7", "x, y");
        }
        assertThat(record("www.example.com", "A")).isNull();
    }

    @Test
    void headersOfAnotherZoneOrCallDoNotLeadAstray() throws Exception {
        sink("              recordName: www.example.com\n");
        Exchange end = send("192.0.2.1", Map.of(Route53Constants.HOSTED_ZONE_ID, "ZOTHER",
                Route53Constants.OPERATION, "getRecord"));
        assertThat(end.getException()).isNull();
        assertThat(record("www.example.com", "A")).contains("\"TTL\":300", "192.0.2.1");
    }

    @Test
    void oneSinkDoesNotTellTheNextWhatToSet() throws Exception {
        sink("              recordName: a.example.com\n",
                "              recordName: b.example.com\n              recordTtl: 7\n");
        assertThat(send("192.0.2.1", Map.of()).getException()).isNull();
        assertThat(record("a.example.com", "A")).contains("\"TTL\":300");
        assertThat(record("b.example.com", "A")).contains("\"TTL\":7");
    }

    @Test
    void aWholeRecordSetIsTakenAsItIs() throws Exception {
        sink("              recordName: other.example.com\n");
        ResourceRecordSet set = weighted("www.example.com", "blue", 10, "192.0.2.1");
        String json = context.getTypeConverter().convertTo(String.class, set);
        for (Object body : List.of(json, json.getBytes(StandardCharsets.UTF_8), set)) {
            zone.upsert(weighted("www.example.com", "blue", 9, "192.0.2.1"));
            assertThat(send(body, Map.of(Route53Constants.RECORD_NAME, "as.it.was")).getException()).isNull();
            assertThat(record("www.example.com", "A")).contains("\"SetIdentifier\":\"blue\"", "\"Weight\":10");
        }
        assertThat(record("other.example.com", "A")).isNull();
    }

    @Test
    void whatIsMissingIsTold() throws Exception {
        sink("");
        assertThat(send("192.0.2.1", Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CamelAwsRoute53RecordName");
        assertThat(send(null, Map.of("recordName", "a.example.com")).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("missing");
        assertThat(send("{\"Nome\":1}", Map.of()).getException()).hasStackTraceContaining("[Nome]");
    }

    private void source(String parameters) throws Exception {
        context.getRegistry().bind("note", (Processor) exchange -> came.add(exchange.copy()));
        start("""
                - route:
                    id: reacting
                    from:
                      uri: kamelet:aws-route53-source
                      parameters:
                        delay: "20"
                %s%s      steps:
                        - process:
                            ref: note
                        - choice:
                            when:
                              - simple: "${body} contains '192.0.2.66'"
                                steps:
                                  - throwException:
                                      exceptionType: java.lang.IllegalStateException
                                      message: told to fail
                """.formatted(access(8), parameters));
    }

    private void awaitCame(int exchanges) {
        await().atMost(Duration.ofSeconds(30)).until(() -> came.size() >= exchanges);
    }

    @Test
    void theSourceEmitsJson() throws Exception {
        zone.upsert(set("www.example.com", "A", "192.0.2.1"));
        source("        emitExisting: true\n        recordNames: .example.com\n");
        awaitCame(1);
        zone.upsert(set("www.example.com", "A", "192.0.2.2"));
        awaitCame(2);
        zone.delete(set("www.example.com", "A", "192.0.2.2"));
        awaitCame(3);
        assertThat(came).extracting(each -> each.getMessage().getBody()).containsExactly(json(1), json(2), json(2));
        assertThat(came).extracting(each -> each.getMessage().getHeader(Route53Constants.RECORD_EVENT))
                .containsExactly("created", "changed", "deleted");
        assertThat(came).extracting(each -> each.getMessage().getHeader(Route53Constants.PREVIOUS_RECORD))
                .containsExactly(null, json(1), json(2));
    }

    private static String json(int last) {
        return "{\"Name\":\"www.example.com.\",\"Type\":\"A\",\"TTL\":60,\"ResourceRecords\":[{\"Value\":\"192.0.2."
                + last + "\"}]}";
    }

    @Test
    void whatFailsBehindTheSourceComesAgain() throws Exception {
        source("        emitExisting: true\n        recordTypes: A\n");
        zone.upsert(set("www.example.com", "A", "192.0.2.66"));
        awaitCame(3);
        assertThat(came).extracting(each -> each.getMessage().getBody()).containsOnly(json(66));
        zone.upsert(set("www.example.com", "A", "192.0.2.1"));
        await().atMost(Duration.ofSeconds(30)).until(() -> came.get(came.size() - 1).getMessage().getBody()
                .equals(json(1)));
        int settled = came.size();
        zone.upsert(set("zzz.example.com", "A", "192.0.2.1"));
        awaitCame(settled + 1);
        assertThat(came).as("came, with nothing of it twice after it was handled").hasSize(settled + 1);
    }

    @Test
    void theSourceKeepsItsStateInABean() throws Exception {
        FileStateRepository state = FileStateRepository.fileStateRepository(folder.resolve("state").toFile());
        context.getRegistry().bind("kept", state);
        source("        stateRepository: \"#bean:kept\"\n        label: mine\n");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "1".equals(state.getState("aws2-route53/mine/ZWATCHED/begun")));
        assertThat(came).isEmpty();
    }

    /** A parameter that is declared and not used, or the other way round, is a mistake nobody would hear of. */
    @ParameterizedTest
    @ValueSource(strings = {"source", "sink"})
    void everyParameterIsUsedAndDeclared(String kind) throws Exception {
        String text;
        try (InputStream file = getClass().getResourceAsStream("/kamelets/aws-route53-" + kind + ".kamelet.yaml")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String declared = text.replaceAll("(?s).*\n    properties:\n(.*?)\n  dataTypes:.*", "$1");
        assertThat(Pattern.compile("^      (\\w+):$", Pattern.MULTILINE).matcher(declared).results()
                .map(MatchResult::group).map(line -> line.strip().replace(":", "")))
                .containsExactlyInAnyOrderElementsOf(Pattern.compile("\\{\\{\\??(\\w+):?}}").matcher(text).results()
                        .map(found -> found.group(1)).collect(Collectors.toSet()));
        for (String secret : List.of("accessKey", "secretKey", "sessionToken")) {
            assertThat(declared).containsPattern("(?s)      " + secret + ":\n.{0,200}format: password\n"
                    + "        x-descriptors:\n        - urn:camel:group:credentials");
        }
    }
}
