package io.lbkeeper.route53;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.WatchedZone.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Names, types and events that are watched, and the options that cannot be. */
@Timeout(60)
class ConsumerFilterTest {
    private final WatchedZone zone = new WatchedZone();
    private Watch watch;

    @AfterEach
    void stop() {
        if (watch != null) {
            watch.close();
        }
        zone.close();
    }

    /** What is emitted of a few record sets, created and then deleted. */
    private List<String> events(String options) {
        watch = new Watch(zone, options);
        watch.poll();
        ResourceRecordSet[] sets = {set("example.com.", "A", "192.0.2.1"), set("*.example.com.", "A", "192.0.2.2"),
                set("notwww.example.com.", "A", "192.0.2.3"), set("www.example.com.", "A", "192.0.2.4"),
                set("www.example.com.", "TXT", "\"t\""), set("a.www.example.com.", "AAAA", "2001:db8::1")};
        zone.upsert(sets);
        List<String> created = watch.events();
        zone.delete(sets);
        List<String> deleted = watch.events();
        return Stream.concat(created.stream(), deleted.stream())
                .map(event -> event.replaceFirst("^(\\w+ \\S+ \\w+).*", "$1")).toList();
    }

    @Test
    void wholeNames() {
        assertThat(events("&recordNames=WWW.example.com,*.example.com.")).containsExactly(
                "created \\052.example.com. A", "created www.example.com. A", "created www.example.com. TXT",
                "deleted \\052.example.com. A", "deleted www.example.com. A", "deleted www.example.com. TXT");
    }

    @Test
    void namesBelowAName() {
        assertThat(events("&recordNames=.www.example.com")).containsExactly(
                "created a.www.example.com. AAAA", "deleted a.www.example.com. AAAA");
    }

    @Test
    void aNameAndThoseBelowIt() {
        assertThat(events("&recordNames=www.example.com,.www.example.com&recordTypes=a,aaaa")).containsExactly(
                "created www.example.com. A", "created a.www.example.com. AAAA",
                "deleted www.example.com. A", "deleted a.www.example.com. AAAA");
    }

    @Test
    void types() {
        assertThat(events("&recordTypes=txt")).containsExactly(
                "created www.example.com. TXT", "deleted www.example.com. TXT");
    }

    @Test
    void eventsThatAreNotWantedAreTakenForHandled() {
        assertThat(events("&events=deleted&recordTypes=TXT")).containsExactly("deleted www.example.com. TXT");
    }

    @Test
    void onlyWholeNamesAreAskedForOneByOne() {
        try (FakeRoute53 server = new FakeRoute53()) {
            server.answers(FakeRoute53.Answer.list());
            watch = new Watch(WatchedZone.component(server.url()), "&recordNames=www.example.com", null);
            watch.poll();
            assertThat(server.request().target()).contains("name=www.example.com");
        }
    }

    @Test
    void aZoneToldByItsNameIsWatchedToo() {
        watch = new Watch(zone, "&hostedZoneName=EXAMPLE.com");
        assertThat(watch.events()).isEmpty();
        zone.upsert(set("mail.example.com.", "A", "192.0.2.5"));
        assertThat(watch.poll()).singleElement().satisfies(created -> assertThat(created.getMessage()
                .getHeader(Route53Constants.HOSTED_ZONE_ID)).isEqualTo(WatchedZone.ZONE));
    }

    @Test
    void whatCannotBeWatchedIsRefused() {
        for (String[] wrong : new String[][] {{"&events=created,removed", "'removed'"}, {"&events=RAW(,)", "events is"},
                {"&recordNames=a,.", "dot alone"}, {"&hostedZoneId=RAW( )", "option hostedZoneId"}}) {
            assertThatThrownBy(() -> new Watch(zone, wrong[0])).as(wrong[0]).hasStackTraceContaining(wrong[1])
                    .hasStackTraceContaining("IllegalArgumentException: aws2-route53: ");
        }
    }
}
