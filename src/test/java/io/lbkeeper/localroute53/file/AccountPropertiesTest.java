package io.lbkeeper.localroute53.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.health.HealthRules;
import io.lbkeeper.localroute53.health.HealthSettings;
import io.lbkeeper.localroute53.health.HealthSettings.Element;
import io.lbkeeper.localroute53.health.HealthStatus;
import io.lbkeeper.localroute53.health.HealthType;
import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import io.lbkeeper.localroute53.zone.Tags;
import io.lbkeeper.localroute53.zone.Vpc;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back the same, whatever came in through the API before. */
class AccountPropertiesTest {

    /** Whatever text XML can carry, with what it treats in its own way more often than by chance. */
    private static Arbitrary<String> text(int least, int most) {
        return Arbitraries.strings().withChars(" \t\n\r<>&\"'\\]\u00e9\u0085\u2028\ud7ff\ue000\ufffd")
                .withCharRange('a', 'e').ofMinLength(least).ofMaxLength(most);
    }

    private static Arbitrary<Tags> tags() {
        return Arbitraries.maps(text(1, 5), text(0, 5)).ofMaxSize(3).map(map -> new Tags(new TreeMap<>(map)));
    }

    private static Arbitrary<HealthCheck> healthCheck() {
        Arbitrary<Map<Element, List<String>>> config = Combinators.combine(Arbitraries.of(HealthType.HTTP_STR_MATCH,
                        HealthType.HTTPS_STR_MATCH), text(1, 9), text(1, 9), Arbitraries.of("true", "false"))
                .as((type, path, search, flag) -> new EnumMap<>(Map.of(Element.TYPE, List.of(type.name()),
                        Element.DOMAIN_NAME, List.of("x.example"), Element.RESOURCE_PATH, List.of(path),
                        Element.SEARCH_STRING, List.of(search), Element.INVERTED, List.of(flag), Element.REGIONS,
                        List.of("us-east-1", "us-west-1", "eu-west-1"))));
        return Combinators.combine(Arbitraries.strings().withCharRange('a', 'f').ofLength(4), text(1, 5), config,
                        Arbitraries.longs().between(1, 99), tags(), Arbitraries.of(HealthStatus.class))
                .as((id, reference, texts, version, tags, status) -> new HealthCheck(id, reference,
                        HealthRules.completed(new HealthSettings(texts)), version, tags, status));
    }

    private static Arbitrary<ResourceRecordSet> recordSet() {
        Arbitrary<ResourceRecordSet> plain = Combinators.combine(Arbitraries.of("a", "\\052.w", "x\\344y", "b.c"),
                        Arbitraries.of("\"a <b> & 'c' \\\" \\\\ \\011\"", "\"d\" \"e\""), Arbitraries.of(0L, 60L))
                .as((label, value, ttlSeconds) -> ResourceRecordSet.simple(label + ".example.com", RecordType.TXT,
                        Duration.ofSeconds(ttlSeconds), value));
        Arbitrary<RoutingPolicy> policy = Arbitraries.of(new RoutingPolicy.Weighted(255),
                new RoutingPolicy.Latency("eu-west-1"), RoutingPolicy.Failover.SECONDARY,
                new RoutingPolicy.MultiValue(), new RoutingPolicy.Geographic(Optional.empty(), Optional.of("GB"),
                        Optional.empty()));
        Arbitrary<ResourceRecordSet> chosen = Combinators.combine(policy, text(1, 5), Arbitraries.of("p", "q"))
                .as((one, identifier, label) -> ResourceRecordSet.simple(label + ".example.com", RecordType.A,
                        Duration.ofSeconds(60), "192.0.2.1").withPolicy(identifier, one));
        Arbitrary<ResourceRecordSet> alias = Arbitraries.of("a.example.com.", "gone.example.com.").map(target ->
                ResourceRecordSet.alias("alias.example.com", RecordType.TXT,
                        new AliasTarget("ZEXAMPLE", target, false)));
        return Arbitraries.oneOf(plain, chosen, alias);
    }

    private static Arbitrary<ZoneState> zone() {
        Arbitrary<List<Vpc>> vpcs = Arbitraries.of(List.of(), List.of(new Vpc("eu-west-1", "vpc-0a1b2c3d"),
                new Vpc("us-east-1", "vpc-0a1b2c3e")));
        return Combinators.combine(Arbitraries.of("ZEXAMPLE", "ZB", "ZA"), text(1, 5),
                        text(1, 9).optional(), vpcs, tags(), recordSet().list().ofMaxSize(6))
                .as((id, reference, comment, places, tags, sets) -> filled(ZoneState.fresh(id,
                        DomainName.find("Example.com").orElseThrow(), reference, comment, places).with(tags), sets));
    }

    private static ZoneState filled(ZoneState empty, List<ResourceRecordSet> sets) {
        HostedZone zone = HostedZone.create(empty.id(), "example.com");
        for (ResourceRecordSet set : sets) {
            try {
                zone.change(List.of(RecordChange.upsert(set)));
            } catch (Refusal e) {
                // A set that may not stand beside the others, or an alias of nothing, is left out.
                assertThat(e.code()).isEqualTo("InvalidChangeBatch");
            }
        }
        return empty.with(zone.state().contents());
    }

    @Provide
    Arbitrary<AccountState> account() {
        return Combinators.combine(zone().list().ofMaxSize(3), healthCheck().list().ofMaxSize(3),
                Arbitraries.integers().between(0, 3)).as((zones, checks, changes) -> {
                    AccountState state = AccountState.EMPTY;
                    for (ZoneState zone : zones) {
                        state = state.with(zone);
                    }
                    for (HealthCheck check : checks) {
                        state = state.with(check);
                    }
                    for (int i = 0; i < changes; i++) {
                        state = state.counted();
                    }
                    return state;
                });
    }

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("account") AccountState state) throws Exception {
        assertSame(state, readBack(state));
        AccountState less = state;
        for (String id : state.zones().keySet()) {
            less = less.withoutZone(id);
        }
        for (String id : state.checks().byId().keySet()) {
            less = less.withoutCheck(id);
        }
        assertSame(less, readBack(less));
    }

    private static AccountState readBack(AccountState state) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        AccountXml.write(state, written);
        return AccountReader.read(written.toByteArray());
    }

    private static void assertSame(AccountState state, AccountState read) {
        assertThat(read.changeCount()).isEqualTo(state.changeCount());
        assertThat(read.zoneReferences()).isEqualTo(state.zoneReferences());
        assertThat(read.checkReferences()).isEqualTo(state.checkReferences());
        assertThat(read.checks().byId()).isEqualTo(state.checks().byId());
        assertThat(read.zones().keySet()).as("the oldest first").containsExactlyElementsOf(state.zones().keySet());
        state.zones().forEach((id, zone) -> {
            ZoneState other = read.zones().get(id);
            assertThat(other.contents().sets()).isEqualTo(zone.contents().sets());
            assertThat(other.with(zone.contents())).isEqualTo(zone);
        });
    }
}
