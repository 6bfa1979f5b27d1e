package io.lbkeeper.localroute53.dns;

import static io.lbkeeper.localroute53.zone.RecordChange.create;
import static io.lbkeeper.localroute53.zone.RecordChange.delete;
import static io.lbkeeper.localroute53.zone.RecordChange.upsert;
import static io.lbkeeper.localroute53.zone.RecordType.A;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.ZoneStory;
import io.lbkeeper.localroute53.api.LocalControl;
import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.health.HealthSettings;
import io.lbkeeper.localroute53.health.HealthStatus;
import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Failover;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Geographic;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Latency;
import io.lbkeeper.localroute53.zone.RoutingPolicy.MultiValue;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Weighted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Which record sets are answered, by policy and health; asked over UDP. A health check has its set's identifier. */
class RoutingAnswersTest extends ZoneStory {
    private static final long SEED = 20_261_123;
    private static final String NAME = "p.example.com";
    private Account account;
    private DnsFront front;
    private SimpleResolver resolver;

    @BeforeEach
    void start() throws IOException {
        account = Account.of(List.of(zone));
        front = new DnsFront(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new DnsResponder(new ZoneCatalog(account), new Random(SEED)));
        resolver = new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), front.port()));
        resolver.setTimeout(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        front.close();
    }

    private ResourceRecordSet checked(ResourceRecordSet set, String identifier, RoutingPolicy policy) throws Refusal {
        if (!account.state().checks().byId().containsKey(identifier)) {
            account.change(before -> before.with(HealthCheck.fresh(identifier, identifier, new HealthSettings(
                    Map.of(HealthSettings.Element.TYPE, List.of("TCP"))))));
        }
        return new ResourceRecordSet(set.name(), set.type(), Optional.of(identifier), List.of(policy), set.ttl(),
                set.values(), set.alias(), Optional.of(identifier));
    }

    private ResourceRecordSet checked(String value, String identifier, RoutingPolicy policy) throws Refusal {
        return checked(a(NAME, value), identifier, policy);
    }

    private static ResourceRecordSet alias(String name, String target, boolean evaluated) {
        return ResourceRecordSet.alias(name, A, new AliasTarget("ZEXAMPLE", target, evaluated));
    }

    private List<String> ask(String name) throws IOException {
        Message answer = resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A,
                DClass.IN)));
        return answer.getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
    }

    private Map<String, Integer> draw(int times) throws IOException {
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < times; i++) {
            seen.merge(String.join(" ", ask(NAME)), 1, Integer::sum);
        }
        return seen;
    }

    /** These health checks are unhealthy now, and no others. */
    private void fail(String... checks) throws Refusal {
        for (String check : account.state().checks().byId().keySet()) {
            LocalControl.setHealth(account, check,
                    List.of(checks).contains(check) ? HealthStatus.UNHEALTHY : HealthStatus.HEALTHY);
        }
    }

    @Test
    void weightsAreObeyed() throws Exception {
        Map<String, Integer> weights = new TreeMap<>(Map.of("192.0.2.1", 1, "192.0.2.2", 2, "192.0.2.3", 5,
                "192.0.2.4", 0, "192.0.2.5", 255));
        for (Map.Entry<String, Integer> each : weights.entrySet()) {
            accept(create(checked(each.getKey(), each.getKey(), new Weighted(each.getValue()))));
        }
        int times = 8000;
        Map<String, Integer> seen = draw(times);
        assertThat(seen.keySet()).as("a weight of 0 is never drawn").doesNotContain("192.0.2.4");
        double chiSquare = weights.entrySet().stream().filter(each -> each.getValue() > 0).mapToDouble(each -> {
            double expected = times * each.getValue() / 263.0;
            return Math.pow(seen.getOrDefault(each.getKey(), 0) - expected, 2) / expected;
        }).sum();
        assertThat(chiSquare).as("seen %s with weights %s, seed %d; 3 degrees of freedom, p = 0.001", seen, weights,
                SEED).isLessThan(16.27);
    }

    @Test
    void anUnhealthyWeightIsNotDrawn() throws Exception {
        accept(create(checked("192.0.2.1", "one", new Weighted(200))),
                create(checked("192.0.2.2", "two", new Weighted(10))),
                create(checked("192.0.2.3", "three", new Weighted(0))),
                create(checked("192.0.2.4", "four", new Weighted(0))));
        fail("one");
        assertThat(draw(60)).containsOnlyKeys("192.0.2.2");
        fail("one", "two");
        assertThat(draw(60)).as("of weights of 0 each is as likely").containsOnlyKeys("192.0.2.3", "192.0.2.4");
        fail("one", "two", "three");
        assertThat(draw(20)).containsOnlyKeys("192.0.2.4");
        fail("one", "two", "three", "four");
        assertThat(draw(200)).as("none healthy is as all healthy").containsOnlyKeys("192.0.2.1", "192.0.2.2");
    }

    @Test
    void failoverAnswersTheSecondWhileTheFirstIsUnhealthy() throws Exception {
        accept(create(checked("192.0.2.1", "z", Failover.PRIMARY)),
                create(checked("192.0.2.2", "a", Failover.SECONDARY)));
        assertThat(ask(NAME)).containsExactly("192.0.2.1");
        fail("z");
        assertThat(ask(NAME)).containsExactly("192.0.2.2");
        fail("z", "a");
        assertThat(ask(NAME)).as("the last resort").containsExactly("192.0.2.1");
        fail("a");
        assertThat(ask(NAME)).containsExactly("192.0.2.1");
        accept(upsert(a(NAME, "192.0.2.2").withPolicy("a", Failover.SECONDARY)));
        fail("z", "a");
        assertThat(ask(NAME)).as("without a health check it is healthy").containsExactly("192.0.2.2");
        accept(delete(checked("192.0.2.1", "z", Failover.PRIMARY)));
        assertThat(ask(NAME)).containsExactly("192.0.2.2");
    }

    @Test
    void multivalueAnswersUpToEightHealthyOnes() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add("192.0.2." + i);
            accept(create(checked("192.0.2." + i, "id" + i, new MultiValue())));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            assertThat(ask(NAME)).hasSize(8).doesNotHaveDuplicates().allSatisfy(seen::add);
        }
        assertThat(seen).as("each has its turn, seed %d", SEED).containsExactlyInAnyOrderElementsOf(all);
        fail(IntStream.range(2, 12).mapToObj(i -> "id" + i).toArray(String[]::new));
        assertThat(ask(NAME)).containsExactly("192.0.2.0", "192.0.2.1");
        fail(IntStream.range(0, 12).mapToObj(i -> "id" + i).toArray(String[]::new));
        assertThat(ask(NAME)).as("none healthy is as all healthy").hasSize(8);
    }

    @Test
    void latencyAnswersTheFirstHealthyIdentifier() throws Exception {
        accept(create(checked("192.0.2.2", "b", new Latency("eu-west-1"))),
                create(checked("192.0.2.1", "a", new Latency("us-east-1"))));
        assertThat(ask(NAME)).containsExactly("192.0.2.1");
        fail("a");
        assertThat(ask(NAME)).containsExactly("192.0.2.2");
        fail("a", "b");
        assertThat(ask(NAME)).containsExactly("192.0.2.1");
    }

    @Test
    void geolocationAnswersTheDefaultPlace() throws Exception {
        accept(create(checked("192.0.2.1", "a", new Geographic(Optional.of("EU"), Optional.empty(),
                        Optional.empty()))),
                create(checked("192.0.2.2", "b", new Geographic(Optional.empty(), Optional.of("*"),
                        Optional.empty()))));
        assertThat(ask(NAME)).containsExactly("192.0.2.2");
        fail("b");
        assertThat(ask(NAME)).containsExactly("192.0.2.1");
        fail("a", "b");
        assertThat(ask(NAME)).containsExactly("192.0.2.2");
    }

    @Test
    void anAliasIsAsHealthyAsItsTargetWhereItEvaluatesIt() throws Exception {
        accept(create(checked(a("one.example.com", "192.0.2.1"), "one", new Weighted(1))),
                create(a("two.example.com", "192.0.2.2")),
                create(alias(NAME, "one.example.com", true).withPolicy("first", Failover.PRIMARY)),
                create(alias(NAME, "two.example.com", true).withPolicy("second", Failover.SECONDARY)));
        assertThat(ask(NAME)).containsExactly("192.0.2.1");
        fail("one");
        assertThat(ask(NAME)).containsExactly("192.0.2.2");
        accept(upsert(alias(NAME, "one.example.com", false).withPolicy("first", Failover.PRIMARY)));
        assertThat(ask(NAME)).as("without EvaluateTargetHealth it is healthy").containsExactly("192.0.2.1");
        accept(upsert(checked(alias(NAME, "one.example.com", false), "first", Failover.PRIMARY)));
        fail("first");
        assertThat(ask(NAME)).as("its own health check counts").containsExactly("192.0.2.2");
        accept(upsert(alias(NAME, "one.example.com", true).withPolicy("first", Failover.PRIMARY)),
                delete(checked(a("one.example.com", "192.0.2.1"), "one", new Weighted(1))));
        fail();
        assertThat(ask(NAME)).as("a target that is gone is not healthy").containsExactly("192.0.2.2");
    }

    /** Two regions, each with two weighted machines: the tree of the Developer Guide. */
    @Test
    void aTreeIsAnsweredFromAHealthyBranch() throws Exception {
        for (String region : List.of("eu", "us")) {
            String octet = region.equals("eu") ? "1" : "2";
            accept(create(checked(a(region + ".example.com", "192.0." + octet + ".1"), region + "1", new Weighted(3))),
                    create(checked(a(region + ".example.com", "192.0." + octet + ".2"), region + "2",
                            new Weighted(1))),
                    create(alias(NAME, region + ".example.com", true).withPolicy(region, new Latency(region))));
        }
        accept(create(alias("top.example.com", NAME, true)));
        assertThat(draw(60)).containsOnlyKeys("192.0.1.1", "192.0.1.2");
        fail("eu1");
        assertThat(draw(20)).containsOnlyKeys("192.0.1.2");
        fail("eu1", "eu2");
        assertThat(draw(60)).containsOnlyKeys("192.0.2.1", "192.0.2.2");
        fail("eu1", "eu2", "us1");
        assertThat(ask("top.example.com")).containsExactly("192.0.2.2");
        fail("eu1", "eu2", "us1", "us2");
        assertThat(draw(60)).as("none healthy is as all healthy").containsOnlyKeys("192.0.1.1", "192.0.1.2");
    }

    /** Twelve rounds of a hundred aliases to a hundred aliases: by every path it would take until the sun is cold. */
    @Test
    void aWebOfAliasesIsAnsweredOrLeftButNeverHolds() throws Exception {
        accept(create(a("n0.example.com", "192.0.2.1")));
        for (int round = 1; round <= 12; round++) {
            List<RecordChange> web = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                web.add(create(alias("n" + round + ".example.com", "n" + (round - 1) + ".example.com", true)
                        .withPolicy("id" + i, new Weighted(1))));
            }
            zone.change(web);
        }
        accept(create(alias(NAME, "n7.example.com", true)));
        assertThat(ask(NAME)).containsExactly("192.0.2.1");
        accept(create(alias("q.example.com", "n12.example.com", true).withPolicy("one", Failover.PRIMARY)));
        assertThat(ask("q.example.com")).as("deeper than is followed").isEmpty();
        accept(create(a("q.example.com", "192.0.2.2").withPolicy("two", Failover.SECONDARY)));
        assertThat(ask("q.example.com")).as("what is not followed is not healthy").containsExactly("192.0.2.2");
    }
}
