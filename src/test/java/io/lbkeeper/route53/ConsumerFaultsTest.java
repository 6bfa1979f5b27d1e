package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.FakeRoute53.NAMESPACE;
import static io.lbkeeper.route53.WatchedZone.set;
import static org.assertj.core.api.Assertions.assertThat;

/** A page that cannot be had or trusted is never taken for deleted records, and pages are no snapshot. */
@Timeout(120)
class ConsumerFaultsTest {
    private static final ResourceRecordSet SOA = set("example.com.", "SOA", "ns. host. 1 7200 900 1209600 86400");
    private static final int PAGE = 3;
    private final FakeRoute53 server = new FakeRoute53();
    private final List<ResourceRecordSet> zone = new ArrayList<>();
    private Watch watch;

    @BeforeEach
    void learn() {
        zone.add(SOA);
        IntStream.range(0, 8).forEach(i -> zone.add(set("r" + i + ".example.com.", "A", "192.0.2." + i)));
        server.answers(ListedPages.of(zone, PAGE));
        watch = new Watch(WatchedZone.component(server.url()), "", null);
        watch.poll();
        assertThat(watch.consumer().isFirstPollDone()).isTrue();
        assertThat(watch.consumer().getErrorCounter()).isZero();
    }

    @AfterEach
    void stop() {
        watch.close();
        server.close();
    }

    private static List<Answer> faults() {
        return List.of(Answer.error(400, "Throttling", "Rate exceeded"), Answer.of(500, ""), Answer.of(503, "<html/>"),
                Answer.of(200, ""), Answer.of(200, "<html><body>log in</body></html>"), Answer.of(200, "{}"),
                Answer.of(200, "<ListResourceRecordSetsResponse " + NAMESPACE + "/>"),
                Answer.cut("<ListResourceRecordSetsResponse " + NAMESPACE + "><ResourceRecordSets>"),
                Answer.hangUp(), Answer.page(true, ""),
                Answer.page(true, "<NextRecordName>r9.example.com.</NextRecordName>"),
                Answer.page(true, "<NextRecordName>a.com.</NextRecordName>", FakeRoute53.set("r1.example.com.", "A", 1,
                        "192.0.2.1")));
    }

    @Test
    void aFaultOnAnyPageEmitsNothing() {
        Answer[] well = ListedPages.of(zone, PAGE);
        int polls = 0;
        for (Answer fault : faults()) {
            for (int at = 0; at < well.length; at++) {
                Answer[] answers = Arrays.copyOf(well, well.length);
                answers[at] = fault;
                server.answers(answers);
                assertThat(watch.events()).as("events with page %s being %s", at, fault).isEmpty();
                assertThat(watch.consumer().getErrorCounter()).as("failed polls, with page %s being %s", at, fault)
                        .isEqualTo(++polls);
            }
        }
        zone.remove(3);
        server.answers(ListedPages.of(zone, PAGE));
        assertThat(watch.events()).as("once it answers well").containsExactly("deleted r2.example.com. A 192.0.2.2");
        assertThat(watch.consumer().getErrorCounter()).isZero();
    }

    @Test
    void aListWithoutTheZonesSoaIsNone() {
        for (Answer other : List.of(Answer.list(), Answer.list(xml(zone.get(1))))) {
            server.answers(other);
            assertThat(watch.events()).as("after %s", other).isEmpty();
            assertThat(watch.lastError()).hasMessageContaining("has no SOA record");
        }
    }

    @Test
    void pagesThatGoRoundInACircleEnd() {
        server.answers(Answer.page(true, "<NextRecordName>r1.example.com.</NextRecordName>",
                FakeRoute53.set("r1.example.com.", "A", 60, "192.0.2.1")));
        assertThat(watch.events()).isEmpty();
        assertThat(watch.lastError()).hasMessageContaining("circle");
    }

    @Test
    void theFirstPollLearnsNothingFromAFault() {
        watch.close();
        server.answers(Answer.of(500, ""));
        watch = new Watch(WatchedZone.component(server.url()), "", null);
        assertThat(watch.events()).isEmpty();
        server.answers(ListedPages.of(zone, PAGE));
        assertThat(watch.events()).as("events of the first poll that can be trusted").isEmpty();
        zone.remove(1);
        server.answers(ListedPages.of(zone, PAGE));
        assertThat(watch.events()).containsExactly("deleted r0.example.com. A 192.0.2.0");
    }

    @Test
    void ofARecordSetThatIsListedTwiceTheLaterCounts() {
        server.answers(Answer.page(true, "<NextRecordName>r1.example.com.</NextRecordName>",
                        xml(SOA), xml(zone.get(1)), FakeRoute53.set("r1.example.com.", "A", 60, "203.0.113.1")),
                Answer.list(zone.stream().skip(2).map(ConsumerFaultsTest::xml).toArray(String[]::new)));
        assertThat(watch.events()).isEmpty();
        server.answers(Answer.page(true, "<NextRecordName>r1.example.com.</NextRecordName>",
                        xml(SOA), xml(zone.get(1)), xml(zone.get(2))),
                Answer.list(zone.stream().skip(2).map(ConsumerFaultsTest::xml)
                        .map(xml -> xml.replace("192.0.2.1<", "203.0.113.1<")).toArray(String[]::new)));
        assertThat(watch.events()).containsExactly("changed r1.example.com. A 203.0.113.1");
    }

    private static String xml(ResourceRecordSet set) {
        return FakeRoute53.set(set.name(), set.typeAsString(), set.ttl().intValue(),
                set.resourceRecords().get(0).value());
    }

    @Test
    void aRecordThatMovesBackwardsWhileItIsListedIsSeenByTheNextPollAtTheLatest() {
        ListedPages pages = new ListedPages(PAGE).page(zone);
        zone.remove(7);
        zone.add(set("a.example.com.", "A", "192.0.2.6"));
        server.answers(pages.rest(zone));
        assertThat(watch.events()).as("of a batch in the middle of the poll")
                .containsExactly("deleted r6.example.com. A 192.0.2.6");
        server.answers(ListedPages.of(zone, PAGE));
        assertThat(watch.events()).containsExactly("created a.example.com. A 192.0.2.6");
    }
}
