package io.lbkeeper.localroute53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;

/** The zone example.com, with the words in which its tests tell their stories. */
class ZoneStory {
    static final Duration TTL = Duration.ofSeconds(60);
    final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");

    static ResourceRecordSet a(String name, String... values) {
        return ResourceRecordSet.simple(name, RecordType.A, TTL, values);
    }

    static ResourceRecordSet set(String name, RecordType type, String... values) {
        return ResourceRecordSet.simple(name, type, TTL, values);
    }

    void accept(RecordChange... changes) throws Refusal {
        zone.change(List.of(changes));
    }

    String refuse(RecordChange... changes) {
        return refused("InvalidChangeBatch", changes);
    }

    String refused(String code, RecordChange... changes) {
        List<ResourceRecordSet> before = zone.records();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> accept(changes));
        assertThat(refusal).as("the batch was accepted: %s", List.of(changes)).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        assertThat(zone.records()).as("a refused batch left a trace").isEqualTo(before);
        return refusal.getMessage();
    }
}
