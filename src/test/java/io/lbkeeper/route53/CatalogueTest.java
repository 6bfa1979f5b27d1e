package io.lbkeeper.route53;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What tools and the endpoint DSL make of the component: its JSON in the catalogue's form. */
class CatalogueTest {
    private static JsonObject part(String name) throws Exception {
        try (InputStream file = CatalogueTest.class.getResourceAsStream(
                "/META-INF/io/lbkeeper/route53/aws2-route53.json")) {
            return ((JsonObject) Jsoner.deserialize(new String(file.readAllBytes(), StandardCharsets.UTF_8)))
                    .getMap(name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> operations(JsonObject headers, String header) {
        return new TreeSet<>(List.of(headers.<JsonObject>getMap(header).getString("label").split(" ")));
    }

    @Test
    void theLabelOfAHeaderNamesOperations() throws Exception {
        Set<String> known = Stream.concat(Stream.of("consumer"), Arrays.stream(Route53Operations.values())
                .map(Enum::name)).collect(Collectors.toSet());
        JsonObject headers = part("headers");
        for (Map.Entry<String, Object> header : headers.entrySet()) {
            if (((JsonObject) header.getValue()).getString("label").isEmpty()) {
                continue;
            }
            assertThat(known).as("what the label of %s may name", header.getKey())
                    .containsAll(operations(headers, header.getKey()));
        }
    }

    @Test
    void whereAZoneCanBeToldByItsIdItCanBeByItsName() throws Exception {
        JsonObject headers = part("headers");
        assertThat(operations(headers, Route53Constants.HOSTED_ZONE_NAME)).as("the label of HOSTED_ZONE_NAME")
                .isEqualTo(operations(headers, Route53Constants.HOSTED_ZONE_ID));
    }

    /** The endpoint DSL would offer it to the consumer as well, and it would do nothing there. */
    @Test
    void whatOnlyTheProducerReadsIsAnOptionOfTheProducer() throws Exception {
        Set<String> producer = new HashSet<>(List.of("operation", "pojoRequest", "waitTimeout", "waitInterval",
                "failOnWaitTimeout", "failOnLostRace", "asyncWait", "maxChangeRetries"));
        for (String kind : List.of("properties", "componentProperties")) {
            JsonObject options = part(kind);
            for (String option : producer) {
                assertThat(options.<JsonObject>getMap(option).getString("label")).as("the label of %s", option)
                        .startsWith("producer");
            }
        }
    }
}
