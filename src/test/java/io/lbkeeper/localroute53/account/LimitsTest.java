package io.lbkeeper.localroute53.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a zone, a set and a record can hold: the last that fits, and the first that does not. */
class LimitsTest extends ZoneStory {

    @Test
    void aZoneHolds10000RecordSets() throws Refusal {
        for (int batch = 0; batch < 10; batch++) {
            int number = batch;
            int size = batch < 9 ? 1000 : 998;
            zone.change(IntStream.range(0, size).mapToObj(i -> RecordChange.create(
                    a("h" + number + "-" + i + ".example.com", "192.0.2.1"))).toList());
        }
        assertThat(zone.records()).hasSize(10_000);
        String told = refused("LimitsExceeded", RecordChange.create(a("more.example.com", "192.0.2.1")));
        assertThat(told).isEqualTo("Limits Exceeded: MAX_RRSETS_BY_ZONE - hosted zone ZEXAMPLE cannot have more than"
                + " 10000 resource record sets.");
        accept(RecordChange.delete(a("h0-0.example.com", "192.0.2.1")),
                RecordChange.create(a("more.example.com", "192.0.2.1")));
        accept(RecordChange.upsert(a("more.example.com", "192.0.2.2")));
    }

    @Test
    void aNameHolds100SetsOfAType() throws Refusal {
        for (int i = 0; i < 100; i++) {
            accept(RecordChange.create(a("w.example.com", "192.0.2.1").withPolicy("s" + i,
                    new RoutingPolicy.Weighted(1))));
        }
        ResourceRecordSet more = a("w.example.com", "192.0.2.1").withPolicy("more", new RoutingPolicy.Weighted(1));
        assertThat(refuse(RecordChange.create(more))).isEqualTo("[Exceeded limit on number of weighted RRSets for"
                + " w.example.com., type A in this zone.]");
        accept(RecordChange.upsert(a("w.example.com", "192.0.2.2").withPolicy("s7", new RoutingPolicy.Weighted(2))));
    }

    @Test
    void anAliasCannotBeAMultivalueAnswer() throws Refusal {
        accept(RecordChange.create(a("a.example.com", "192.0.2.1")));
        ResourceRecordSet alias = ResourceRecordSet.alias("m.example.com", RecordType.A,
                new AliasTarget("ZEXAMPLE", "a.example.com", false));
        assertThat(refuse(RecordChange.create(alias.withPolicy("one", new RoutingPolicy.MultiValue()))))
                .contains("multivalue answer");
        accept(RecordChange.create(alias.withPolicy("one", new RoutingPolicy.Weighted(1))));
    }

    @Test
    void whatAnAliasNamesIsNotTooLong() {
        for (AliasTarget target : List.of(new AliasTarget("Z".repeat(33), "a.example.com", false),
                new AliasTarget("ZEXAMPLE", "a.".repeat(512) + "x", false), new AliasTarget("", "a.example.com", false),
                new AliasTarget("ZEXAMPLE", "", false))) {
            refused("InvalidInput", RecordChange.create(
                    ResourceRecordSet.alias("m.example.com", RecordType.A, target)));
        }
    }

    @ParameterizedTest
    @CsvSource({"EU,,,true", ",GB,,true", ",US,NY,true", ",*,,true", "EU,GB,,false", ",,NY,false", ",,,false",
        "EU,,NY,false", "EUR,,,false", "XX,,,false", ",USA,,false", ",'',,false", ",US,NYCX,false", ",us,,false"})
    void aPlaceIsAContinentOrACountry(String continent, String country, String subdivision, boolean good) {
        RoutingPolicy place = new RoutingPolicy.Geographic(Optional.ofNullable(continent), Optional.ofNullable(country),
                Optional.ofNullable(subdivision));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> accept(RecordChange.create(
                a("g.example.com", "192.0.2.1").withPolicy("one", place))));
        assertThat(refusal == null).as("accepted %s: %s", place, refusal).isEqualTo(good);
        assertThat(good || refusal.code().equals("InvalidInput")).isTrue();
    }
}
