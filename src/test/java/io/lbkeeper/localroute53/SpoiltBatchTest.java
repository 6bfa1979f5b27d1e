package io.lbkeeper.localroute53;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.send;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Batches that carry records from one generation to the next, each tried first with one bad change at each place, while
 * readers look on over the API and over DNS. Only a spoilt batch would write the generation {@link #SPOILT}.
 */
class SpoiltBatchTest {
    static final int SPOILT = 255;
    private static final int MOST_SPOILT_BATCHES_A_GENERATION = 10;

    /** The records of a generation: two addresses, a text, and a CNAME to a name that only this generation has. */
    private static List<ResourceRecordSet> generation(int number) {
        return List.of(set("target" + number + ".example.com", RRType.A, 60, "10.0.0." + number),
                set("a.example.com", RRType.A, 60, "10.0.0." + number, "10.0.1." + number),
                set("b.example.com", RRType.TXT, 60, "\"" + number + "\""),
                set("c.example.com", RRType.CNAME, 60, "target" + number + ".example.com"));
    }

    private static List<Change> move(int from, int to) {
        return Stream.concat(generation(from).stream().map(set -> change("DELETE", set)),
                generation(to).stream().map(set -> change("CREATE", set))).toList();
    }

    @Test
    void aBadChangeAnywhereLeavesAllAsItWas() throws Exception {
        Map<String, BadChanges.Bad> kinds = BadChanges.all();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (LocalEndpoint endpoint = new LocalEndpoint(); Route53Client client = endpoint.client()) {
            GenerationReaders readers = new GenerationReaders(endpoint);
            send(client, Stream.concat(generation(0).stream(), BadChanges.STANDING.stream())
                    .map(set -> change("CREATE", set)).toArray(Change[]::new));
            List<Future<Integer>> looks = List.of(threads.submit(readers::watchListing),
                    threads.submit(readers::watchNames), threads.submit(readers::watchChain));
            int generation = 0;
            int spoiltBatches = 0;
            for (Map.Entry<String, BadChanges.Bad> kind : kinds.entrySet()) {
                for (int position = 0; position <= move(0, 1).size(); position++) {
                    refuse(client, kind, generation, position);
                    if (++spoiltBatches % MOST_SPOILT_BATCHES_A_GENERATION == 0) {
                        send(client, move(generation, generation + 1).toArray(Change[]::new));
                        generation++;
                    }
                }
            }
            readers.stop();
            for (Future<Integer> reader : looks) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).as("looks at the zone by one reader, through %d"
                        + " generations", generation).isGreaterThan(generation);
            }
            assertThat(generation).isBetween(20, SPOILT - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void refuse(Route53Client client, Map.Entry<String, BadChanges.Bad> kind, int generation,
                               int position) {
        List<ResourceRecordSet> before = listed(client);
        Change[] batch = BadChanges.spoil(move(generation, SPOILT), kind.getValue(), position);
        assertThatThrownBy(() -> send(client, batch)).as("%s at position %d", kind.getKey(), position)
                .isInstanceOf(kind.getValue().error());
        assertThat(listed(client)).as("the zone after %s at position %d", kind.getKey(), position).isEqualTo(before);
    }

    private static List<ResourceRecordSet> listed(Route53Client client) {
        return client.listResourceRecordSets(r -> r.hostedZoneId(LocalEndpoint.ZONE)).resourceRecordSets();
    }
}
