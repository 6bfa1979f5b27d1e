package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of one moment as lbkeeper's values, without the SOA and NS records that each zone has. */
public record ZoneView(List<RecordSet> sets) {
    public ZoneView {
        sets = List.copyOf(sets);
    }

    static ZoneView of(ZoneState state) {
        return new ZoneView(state.contents().all().stream()
                .filter(set -> set.type() != RecordType.SOA && set.type() != RecordType.NS)
                .map(ZoneView::recordSet).toList());
    }

    /** All record sets at these names. */
    public List<RecordSet> at(List<String> names) {
        return sets.stream().filter(set -> names.contains(set.name())).toList();
    }

    public Optional<RecordSet> find(String name, String type) {
        return sets.stream().filter(set -> set.name().equals(name) && set.type().equals(type)).findFirst();
    }

    /** What is there now and was not, and the other way round, for a timeline. */
    String toldSince(ZoneView before) {
        List<String> told = new ArrayList<>();
        before.sets.stream().filter(set -> !sets.contains(set)).forEach(set -> told.add("- " + set));
        sets.stream().filter(set -> !before.sets.contains(set)).forEach(set -> told.add("+ " + set));
        return String.join("  ", told);
    }

    /** A change as it is sent: DELETE of what is expected, then CREATE; or UPSERT where it is not guarded. */
    public static List<RecordChange> batch(Change change) {
        List<RecordChange> batch = new ArrayList<>();
        change.expected().forEach(set -> batch.add(RecordChange.delete(resourceRecordSet(set))));
        change.desired().forEach(set -> batch.add(change.guarded() ? RecordChange.create(resourceRecordSet(set))
                : RecordChange.upsert(resourceRecordSet(set))));
        return batch;
    }

    /** The same as a provider takes it that can't compare and swap: each record set is put, whatever is there. */
    public static List<RecordChange> replacement(Change change) {
        return change.desired().stream().map(set -> RecordChange.upsert(resourceRecordSet(set))).toList();
    }

    /** As the zone takes it. */
    public static ResourceRecordSet resourceRecordSet(RecordSet set) {
        return ResourceRecordSet.simple(set.name() + ".", RecordType.valueOf(set.type()), set.ttl(),
                set.values().toArray(String[]::new));
    }

    private static RecordSet recordSet(ResourceRecordSet set) {
        String policy = set.alias().map(alias -> "alias to " + alias.dnsName())
                .or(() -> set.setIdentifier().map(id -> "routed set '" + id + "'")).orElse(RecordSet.SIMPLE);
        return new RecordSet(set.name(), set.type().name(), set.ttl().orElse(Duration.ZERO), set.values(), policy);
    }
}
