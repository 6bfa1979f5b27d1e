package io.lbkeeper.localroute53.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.zone.ChangeAction;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Batches against an oracle: a map from name and type to TTL and values, with Route 53's rules in plain words. */
class BatchPropertiesTest {
    private static final RecordChange BAD = RecordChange.delete(
            ResourceRecordSet.simple("never.example.com", RecordType.A, Duration.ofSeconds(1), "192.0.2.9"));

    /** What the oracle keeps of a record. */
    private record Kept(Duration ttl, Set<String> values) {
    }

    @Provide
    Arbitrary<ResourceRecordSet> recordSet() {
        Arbitrary<String> names = Arbitraries.of("a.example.com", "A.Example.com.", "b.example.com", "c.b.example.com");
        Arbitrary<List<String>> values = Arbitraries.of("192.0.2.1", "192.0.2.2").list().uniqueElements()
                .ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(names, Arbitraries.of(RecordType.A, RecordType.TXT),
                Arbitraries.of(60L, 61L), values).as((name, type, ttlSeconds, texts) ->
                        ResourceRecordSet.simple(name, type, Duration.ofSeconds(ttlSeconds), texts.stream()
                                .map(text -> type == RecordType.TXT ? "\"" + text + "\"" : text)
                                .toArray(String[]::new)));
    }

    @Provide
    Arbitrary<List<RecordChange>> batch() {
        return Combinators.combine(Arbitraries.of(ChangeAction.class), recordSet()).as(RecordChange::new).list()
                .ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<List<RecordChange>>> batches() {
        return batch().list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 2000)
    void aBatchDoesWhatTheOracleSays(@ForAll("batches") List<List<RecordChange>> batches) {
        HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
        Map<String, Kept> oracle = new TreeMap<>();
        for (List<RecordChange> batch : batches) {
            Optional<Map<String, Kept>> next = judge(oracle, batch);
            assertThat(accepts(zone, batch)).as("whether %s is accepted over %s", batch, oracle)
                    .isEqualTo(next.isPresent());
            oracle = next.orElse(oracle);
            assertThat(state(zone)).as("after %s", batch).isEqualTo(oracle);
        }
    }

    @Property(tries = 1000)
    void oneBadChangeAnywhereLeavesEverythingAsItWas(@ForAll("batches") List<List<RecordChange>> batches,
                                                     @ForAll("batch") List<RecordChange> last,
                                                     @ForAll @IntRange(max = 5) int position) {
        HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
        batches.forEach(batch -> accepts(zone, batch));
        List<ResourceRecordSet> before = zone.records();
        List<RecordChange> spoilt = new ArrayList<>(last);
        spoilt.add(Math.min(position, last.size()), BAD);
        assertThat(accepts(zone, spoilt)).as("accepted with a bad change: %s", spoilt).isFalse();
        assertThat(zone.records()).isEqualTo(before);
    }

    @Property(tries = 1000)
    void aDeleteMatchesOnlyTheCurrentRecord(@ForAll("recordSet") ResourceRecordSet stored,
                                            @ForAll("recordSet") ResourceRecordSet given) {
        HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
        assertThat(accepts(zone, List.of(RecordChange.create(stored)))).isTrue();
        boolean same = key(stored).equals(key(given)) && kept(stored).equals(kept(given));
        assertThat(accepts(zone, List.of(RecordChange.delete(given)))).as("deleting %s where %s is", given, stored)
                .isEqualTo(same);
    }

    private static Optional<Map<String, Kept>> judge(Map<String, Kept> before, List<RecordChange> batch) {
        Map<String, Kept> state = new TreeMap<>(before);
        Map<String, String> actions = new HashMap<>();
        for (RecordChange change : batch) {
            String key = key(change.set());
            Kept current = state.get(key);
            boolean bad = switch (change.action()) {
                case CREATE -> current != null;
                case DELETE -> !kept(change.set()).equals(current);
                case UPSERT -> false;
            };
            String done = actions.merge(key, change.action().name(), (first, second) -> first + " " + second);
            if (bad || done.contains(" ") && !done.equals("DELETE CREATE")) {
                return Optional.empty();
            }
            if (change.action() == ChangeAction.DELETE) {
                state.remove(key);
            } else {
                state.put(key, kept(change.set()));
            }
        }
        return Optional.of(state);
    }

    private static String key(ResourceRecordSet set) {
        String lower = set.name().toLowerCase(java.util.Locale.ROOT);
        return (lower.endsWith(".") ? lower : lower + ".") + " " + set.type();
    }

    private static Kept kept(ResourceRecordSet set) {
        return new Kept(set.ttl().orElseThrow(), new HashSet<>(set.values()));
    }

    private static Map<String, Kept> state(HostedZone zone) {
        return zone.records().stream().filter(set -> !set.name().equals("example.com."))
                .collect(Collectors.toMap(BatchPropertiesTest::key, BatchPropertiesTest::kept));
    }

    private static boolean accepts(HostedZone zone, List<RecordChange> batch) {
        try {
            zone.change(batch);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }
}
