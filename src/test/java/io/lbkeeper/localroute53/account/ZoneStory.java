package io.lbkeeper.localroute53.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.time.Duration;
import java.util.List;

/** The zone example.com, with the words in which its tests tell their stories. */
public class ZoneStory {
    protected static final Duration TTL = Duration.ofSeconds(60);
    protected final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");

    public static ResourceRecordSet a(String name, String... values) {
        return ResourceRecordSet.simple(name, RecordType.A, TTL, values);
    }

    protected static ResourceRecordSet set(String name, RecordType type, String... values) {
        return ResourceRecordSet.simple(name, type, TTL, values);
    }

    protected void accept(RecordChange... changes) throws Refusal {
        zone.change(List.of(changes));
    }

    protected String refuse(RecordChange... changes) {
        return refused("InvalidChangeBatch", changes);
    }

    protected String refused(String code, RecordChange... changes) {
        List<ResourceRecordSet> before = zone.records();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> accept(changes));
        assertThat(refusal).as("the batch was accepted: %s", List.of(changes)).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        assertThat(zone.records()).as("a refused batch left a trace").isEqualTo(before);
        return refusal.getMessage();
    }
}
