package io.lbkeeper.localroute53;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * Those who look on while {@link SpoiltBatchTest} moves its records. The number of a generation is the last number of
 * each of its values. Each reader throws at the first mixture, and returns how often it looked.
 */
final class GenerationReaders {
    private static final Set<String> MOVING = Set.of("a.example.com.", "b.example.com.", "c.example.com.");
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");
    private final LocalEndpoint endpoint;
    private volatile boolean over;

    GenerationReaders(LocalEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** One listing is of one moment. */
    int watchListing() {
        int looks = 0;
        try (Route53Client client = endpoint.client()) {
            for (int highest = 0; !over; looks++) {
                List<String> values = client.listResourceRecordSets(r -> r.hostedZoneId(LocalEndpoint.ZONE))
                        .resourceRecordSets().stream()
                        .filter(set -> MOVING.contains(set.name()) || set.name().startsWith("target"))
                        .flatMap(set -> set.resourceRecords().stream()).map(record -> record.value()).toList();
                assertThat(values).as("moving values in a listing").hasSize(5);
                highest = one(values, highest);
            }
        }
        return looks;
    }

    /** Who has seen a generation at one name does not see an older one at the next. */
    int watchNames() throws IOException {
        SimpleResolver resolver = resolver();
        int looks = 0;
        for (int highest = 0; !over; looks++) {
            highest = one(ask(resolver, "a.example.com.", Type.A, 2), highest);
            highest = one(ask(resolver, "b.example.com.", Type.TXT, 1), highest);
        }
        return looks;
    }

    /** One answer is of one moment: behind the CNAME there always is its target. */
    int watchChain() throws IOException {
        SimpleResolver resolver = resolver();
        int looks = 0;
        for (int highest = 0; !over; looks++) {
            highest = one(ask(resolver, "c.example.com.", Type.A, 2).stream()
                    .map(value -> value.replace(".example.com.", "")).toList(), highest);
        }
        return looks;
    }

    private SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(endpoint.dns());
        resolver.setTimeout(Duration.ofSeconds(10));
        return resolver;
    }

    private static List<String> ask(SimpleResolver resolver, String name, int type, int records) throws IOException {
        Message query = Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN));
        List<String> values = resolver.send(query).getSection(Section.ANSWER).stream()
                .map(Record::rdataToString).toList();
        assertThat(values).as("answer to %s", name).hasSize(records);
        return values;
    }

    private static int one(List<String> values, int highest) {
        Set<Integer> numbers = values.stream().map(LAST_NUMBER::matcher).filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1))).collect(Collectors.toSet());
        assertThat(numbers).as("the generations in %s, seen after %d", values, highest).hasSize(1)
                .allMatch(number -> number >= highest && number < SpoiltBatchTest.SPOILT);
        return numbers.iterator().next();
    }

    void stop() {
        over = true;
    }
}
