package io.lbkeeper.route53;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static org.assertj.core.api.Assertions.assertThat;

/** The search gives exactly what is there, for any zone, page size and wish, in few calls. */
class RecordSearchTest {
    private static final ListResourceRecordSetsRequest ZONE =
            ListResourceRecordSetsRequest.builder().hostedZoneId("Z").build();

    private static List<ResourceRecordSet> find(ListedZone zone, Set<String> names) {
        return new RecordSearch(zone, ZONE).find(names.stream().map(RecordName::of).collect(Collectors.toSet()));
    }

    private static ResourceRecordSet set(String name, String type, String identifier) {
        return ResourceRecordSet.builder().name(name).type(type).setIdentifier(identifier).build();
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> label = Arbitraries.of("a", "lb", "lb-2", "lb1", "_owner", "\\052", "0", "z");
        return Arbitraries.oneOf(label.map(first -> first + ".example.com."),
                Combinators.combine(label, label).as((first, second) -> first + "." + second + ".example.com."));
    }

    @Provide
    Arbitrary<List<ResourceRecordSet>> sets() {
        return Combinators.combine(names(), Arbitraries.of("A", "AAAA", "TXT"), Arbitraries.of("", "east", "west"))
                .as((name, type, id) -> set(name, type, id.isEmpty() ? null : id))
                .list().ofMaxSize(40).uniqueElements();
    }

    @Provide
    Arbitrary<Set<String>> wishes() {
        return names().set().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 2000)
    void itFindsWhatIsThereAndNothingElse(@ForAll("sets") List<ResourceRecordSet> sets,
                                          @ForAll("wishes") Set<String> names,
                                          @ForAll @IntRange(min = 1, max = 7) int pageSize,
                                          @ForAll boolean escapesSortRaw) {
        ListedZone zone = new ListedZone(sets, pageSize, escapesSortRaw);
        assertThat(find(zone, names)).as("record sets of %s", names)
                .containsExactlyInAnyOrderElementsOf(sets.stream().filter(set -> names.contains(set.name())).toList());
        int pagesOfAll = sets.size() / pageSize + 1;
        assertThat(zone.calls).as("calls for %s in %d sets, %d a page", names, sets.size(), pageSize)
                .isLessThanOrEqualTo(pagesOfAll + 2 * names.size());
    }

    @Example
    void namesThatAreCloseCostOneCall() {
        ListedZone zone = new ListedZone(Stream.of("example.com.", "lb.example.com.", "_owner.lb.example.com.",
                "lb1.example.com.", "www.example.com.").map(name -> set(name, "A", null)).toList(), 300, true);
        assertThat(find(zone, Set.of("lb1.example.com", "lb.example.com", "_owner.lb.example.com"))).hasSize(3);
        assertThat(zone.calls).isEqualTo(1);
    }

    @Example
    void aNameFarAwayIsLeaptTo() {
        List<ResourceRecordSet> crowd = IntStream.range(0, 1000)
                .mapToObj(i -> set("m" + i + ".example.com.", "A", null)).toList();
        ListedZone zone = new ListedZone(Stream.concat(crowd.stream(),
                Stream.of(set("a.example.com.", "A", null), set("z.example.com.", "A", null))).toList(), 10, true);
        assertThat(find(zone, Set.of("a.example.com", "z.example.com"))).hasSize(2);
        assertThat(zone.calls).as("one for each end, none for the 1,000 between").isEqualTo(2);
    }

    @Property
    void aPageThatEndsBeforeAWildcardSettlesNothing(@ForAll boolean escapesSortRaw) {
        ListedZone zone = new ListedZone(Stream.of("a.example.com.", "\\052.lb.example.com.", "0.lb.example.com.")
                .map(name -> set(name, "A", null)).toList(), 1, escapesSortRaw);
        assertThat(find(zone, Set.of("a.example.com", "0.lb.example.com"))).hasSize(2);
    }
}
