package io.lbkeeper.route53;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.WatchedZone.set;
import static io.lbkeeper.route53.WatchedZone.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the consumer emits, and when. */
@Timeout(60)
class ConsumerTest {
    private static final ResourceRecordSet WWW = set("www.example.com.", "A", "192.0.2.1");
    private static final ResourceRecordSet TEXT = set("www.example.com.", "TXT", "\"a b\"");
    private static final ResourceRecordSet MAIL = set("mail.example.com.", "A", "192.0.2.5");
    private final WatchedZone zone = new WatchedZone();
    private Watch watch;

    @AfterEach
    void stop() {
        watch.close();
        zone.close();
    }

    private void watch(String options) {
        watch = new Watch(zone, options);
    }

    @Test
    void theFirstPollOnlyLearns() {
        zone.upsert(WWW);
        watch("");
        assertThat(watch.events()).isEmpty();
        assertThat(watch.events()).isEmpty();
        zone.upsert(MAIL);
        assertThat(watch.events()).containsExactly("created mail.example.com. A 192.0.2.5");
        assertThat(watch.events()).as("the next poll").isEmpty();
    }

    @Test
    void theFirstPollEmitsWhatIsThereWhenAsked() {
        zone.upsert(WWW, MAIL);
        watch("&emitExisting=true&recordTypes=A,SOA");
        assertThat(watch.events()).hasSize(3).element(0).asString().startsWith("created example.com. SOA");
        assertThat(watch.events()).isEmpty();
    }

    @Test
    void aCreatedRecordSetHasNoPreviousOne() {
        watch("");
        watch.poll();
        zone.upsert(WWW);
        Exchange created = only(watch.poll());
        assertThat(created.getMessage().getBody()).isEqualTo(WWW);
        assertThat(created.getMessage().getHeaders())
                .containsEntry(Route53Constants.RECORD_EVENT, Route53RecordEvent.created)
                .containsEntry(Route53Constants.RECORD_NAME, "www.example.com.")
                .containsEntry(Route53Constants.RECORD_TYPE, "A")
                .containsEntry(Route53Constants.HOSTED_ZONE_ID, WatchedZone.ZONE)
                .doesNotContainKeys(Route53Constants.PREVIOUS_RECORD, Route53Constants.SET_IDENTIFIER);
    }

    @Test
    void aChangedOneTellsWhatItWas() {
        zone.upsert(WWW);
        watch("");
        watch.poll();
        ResourceRecordSet longer = WWW.toBuilder().ttl(300L).build();
        zone.upsert(longer);
        Exchange changed = only(watch.poll());
        assertThat(changed.getMessage().getBody()).isEqualTo(longer);
        assertThat(changed.getMessage().getHeaders())
                .containsEntry(Route53Constants.RECORD_EVENT, Route53RecordEvent.changed)
                .containsEntry(Route53Constants.PREVIOUS_RECORD, WWW);
    }

    @Test
    void aDeletedOneIsTheBodyAsItWas() {
        zone.upsert(WWW);
        watch("");
        watch.poll();
        zone.delete(WWW);
        Exchange deleted = only(watch.poll());
        assertThat(deleted.getMessage().getBody()).isEqualTo(WWW);
        assertThat(deleted.getMessage().getHeaders())
                .containsEntry(Route53Constants.RECORD_EVENT, Route53RecordEvent.deleted)
                .containsEntry(Route53Constants.RECORD_NAME, "www.example.com.")
                .containsEntry(Route53Constants.PREVIOUS_RECORD, WWW);
        assertThat(watch.poll()).as("the next poll").isEmpty();
    }

    @Test
    void recordSetsOfOneNameAndTypeAreToldApartByTheirIdentifier() {
        zone.upsert(weighted("www.example.com.", "a", 1, "192.0.2.1"),
                weighted("www.example.com.", "b", 1, "192.0.2.2"));
        watch("");
        watch.poll();
        zone.upsert(weighted("www.example.com.", "b", 9, "192.0.2.2"),
                weighted("www.example.com.", "c", 1, "192.0.2.3"));
        List<Exchange> came = watch.poll();
        assertThat(came).extracting(Watch::text).containsExactly(
                "changed www.example.com. A b 9 192.0.2.2", "created www.example.com. A c 1 192.0.2.3");
        assertThat(came).extracting(each -> each.getMessage().getHeader(Route53Constants.SET_IDENTIFIER))
                .containsExactly("b", "c");
        zone.delete(weighted("www.example.com.", "a", 1, "192.0.2.1"));
        assertThat(watch.events()).containsExactly("deleted www.example.com. A a 1 192.0.2.1");
    }

    @Test
    void anAliasIsARecordSetToo() {
        zone.upsert(WWW, MAIL);
        watch("");
        watch.poll();
        zone.upsert(alias("www.example.com."));
        assertThat(watch.events()).containsExactly("created alias.example.com. A -> www.example.com.");
        zone.upsert(alias("mail.example.com."));
        assertThat(watch.events()).containsExactly("changed alias.example.com. A -> mail.example.com.");
        zone.delete(alias("mail.example.com."));
        assertThat(watch.events()).containsExactly("deleted alias.example.com. A -> mail.example.com.");
    }

    private static ResourceRecordSet alias(String target) {
        return ResourceRecordSet.builder().name("alias.example.com.").type("A").aliasTarget(to -> to
                .hostedZoneId(WatchedZone.ZONE).dnsName(target).evaluateTargetHealth(false)).build();
    }

    @Test
    void theOrderOfValuesSaysNothing() {
        zone.upsert(set("www.example.com.", "A", "192.0.2.1", "192.0.2.2"));
        watch("");
        watch.poll();
        zone.upsert(set("www.example.com.", "A", "192.0.2.2", "192.0.2.1"));
        assertThat(watch.events()).isEmpty();
    }

    @Test
    void itGoesByTheOrderOfTheZoneAndInANameDeletesFirst() {
        ResourceRecordSet cname = set("www.example.com.", "CNAME", "elsewhere.example.com");
        zone.upsert(cname, MAIL);
        watch("");
        watch.poll();
        zone.change(change(ChangeAction.DELETE, MAIL), change(ChangeAction.DELETE, cname),
                change(ChangeAction.CREATE, WWW),
                change(ChangeAction.CREATE, set("a.b.example.com.", "A", "192.0.2.7")));
        assertThat(watch.events()).containsExactly("created a.b.example.com. A 192.0.2.7",
                "deleted mail.example.com. A 192.0.2.5", "deleted www.example.com. CNAME elsewhere.example.com",
                "created www.example.com. A 192.0.2.1");
    }

    private static Change change(ChangeAction action, ResourceRecordSet set) {
        return Change.builder().action(action).resourceRecordSet(set).build();
    }

    @Test
    void aFailedOneComesAgainAndTheOthersDoNot() {
        watch("");
        watch.poll();
        zone.upsert(WWW, MAIL);
        watch.failOn(exchange -> Watch.text(exchange).contains("mail"));
        assertThat(watch.events()).containsExactly("created mail.example.com. A 192.0.2.5",
                "created www.example.com. A 192.0.2.1");
        assertThat(watch.events()).containsExactly("created mail.example.com. A 192.0.2.5");
        zone.upsert(set("mail.example.com.", "A", "192.0.2.6"));
        watch.failOn(exchange -> false);
        assertThat(watch.events()).as("what failed, as it is now").containsExactly(
                "created mail.example.com. A 192.0.2.6");
        assertThat(watch.events()).isEmpty();
    }

    @Test
    void aFailedOneComesAgainAlsoWhereItWasUndoneMeanwhile() {
        zone.upsert(WWW, TEXT);
        watch("");
        watch.poll();
        ResourceRecordSet longer = WWW.toBuilder().ttl(300L).build();
        zone.upsert(MAIL, longer);
        zone.delete(TEXT);
        watch.failOn(exchange -> true);
        assertThat(watch.events()).hasSize(3);
        zone.delete(MAIL);
        zone.upsert(WWW, TEXT);
        for (int i = 0; i < 2; i++) {
            assertThat(watch.events()).as("as whoever failed may have done its work").containsExactly(
                    "deleted mail.example.com. A 192.0.2.5", "changed www.example.com. A 192.0.2.1",
                    "changed www.example.com. TXT \"a b\"");
        }
        watch.failOn(exchange -> false);
        assertThat(watch.events()).hasSize(3);
        assertThat(watch.events()).isEmpty();
    }

    @Test
    void aRollbackWithoutAnExceptionIsAFailureToo() {
        watch("");
        watch.poll();
        zone.upsert(WWW);
        watch.failOn(exchange -> {
            exchange.setRollbackOnly(true);
            return false;
        });
        assertThat(watch.events()).hasSize(1);
        assertThat(watch.events()).hasSize(1);
    }

    @Test
    void aPollEmitsNoMoreThanAsked() {
        watch("&maxMessagesPerPoll=2");
        watch.poll();
        zone.upsert(WWW, MAIL, TEXT);
        List<Exchange> first = watch.poll();
        assertThat(first).extracting(each -> each.getProperty(ExchangePropertyKey.BATCH_INDEX)).containsExactly(0, 1);
        assertThat(first).extracting(each -> each.getProperty(ExchangePropertyKey.BATCH_SIZE)).containsOnly(2);
        assertThat(first).extracting(each -> each.getProperty(ExchangePropertyKey.BATCH_COMPLETE))
                .containsExactly(false, true);
        assertThat(watch.events()).containsExactly("created www.example.com. TXT \"a b\"");
    }

    @Test
    void greedyPollsOnAfterSuccessAndNotAfterFailure() {
        watch("&greedy=true&maxMessagesPerPoll=1");
        watch.poll();
        zone.upsert(WWW, MAIL, TEXT);
        assertThat(watch.events()).as("all in one run").hasSize(3);
        zone.delete(WWW);
        watch.failOn(exchange -> true);
        assertThat(watch.events()).as("one try in a run").hasSize(1);
    }

    @Test
    void anEmptyMessageSaysThatNothingHappened() {
        watch("&sendEmptyMessageWhenIdle=true");
        watch.failOn(exchange -> exchange.getMessage().getBody() != null);
        assertThat(watch.poll()).extracting(each -> each.getMessage().getBody()).containsOnlyNulls().hasSize(1);
        zone.upsert(WWW);
        assertThat(watch.poll()).as("only the failing event").extracting(each -> each.getMessage().getBody())
                .containsExactly(WWW);
    }

    @Test
    void oneThatARouteHandsOverIsHandledWhenItEndsThere() throws Exception {
        watch("&recordTypes=A");
        CountDownLatch held = new CountDownLatch(1);
        List<String> ended = new CopyOnWriteArrayList<>();
        watch.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("aws2-route53:handing?startScheduler=false").routeId("handing").to("seda:later");
                from("seda:later").process(exchange -> {
                    assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
                    ended.add(Watch.text(exchange));
                    if (ended.size() == 1) {
                        throw new IllegalStateException("the first time");
                    }
                });
            }
        });
        Route53Consumer handing = (Route53Consumer) watch.context().getRoute("handing").getConsumer();
        handing.run();
        zone.upsert(WWW);
        handing.run();
        handing.run();
        held.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> ended.size() == 1);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            handing.run();
            assertThat(ended).as("once while it was on its way, and once after it failed").hasSize(2);
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> watch.context().getInflightRepository().size() == 0);
        handing.run();
        assertThat(watch.context().getInflightRepository().size()).as("exchanges after it was handled").isZero();
        assertThat(ended).hasSize(2);
    }

    private static Exchange only(List<Exchange> came) {
        assertThat(came).hasSize(1);
        return came.get(0);
    }
}
