package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What people do to the records, and how they put it right again. */
final class Human {
    private static final String ELSEWHERE = "192.0.2.99";

    private final String service;
    private final String owner;

    Human(Cluster cluster) {
        // One of several names, and not the one that the owner record is named by.
        List<String> services = cluster.settings().services();
        service = services.get(services.size() - 1);
        owner = "_owner." + services.get(0);
    }

    void edit(HumanEdit edit, HostedZone zone, ZoneView now) {
        switch (edit) {
            case DELETE_SERVICE -> change(zone, now, List.of(service), List.of());
            case DELETE_OWNER -> change(zone, now, List.of(owner), List.of());
            case DELETE_BOTH -> change(zone, now, List.of(service, owner), List.of());
            case CHANGE_TTL -> now.at(List.of(service)).forEach(set -> change(zone, now, List.of(service),
                    List.of(new RecordSet(set.name(), set.type(), Duration.ofSeconds(30), set.values(),
                            set.policy()))));
            case FOREIGN_ADDRESS -> change(zone, now, List.of(service), List.of(
                    RecordSet.simple(service, "A", Duration.ofSeconds(60), ELSEWHERE)));
            case CNAME -> putAlias(zone, now);
            case ODD_OWNER_TEXT -> change(zone, now, List.of(owner), List.of(
                    RecordSet.simple(owner, "TXT", Duration.ofSeconds(60), "\"do not touch\"")));
            default -> throw new IllegalStateException("no such edit: " + edit);
        }
    }

    /** At the top of a zone no provider takes a CNAME. */
    private void putAlias(HostedZone zone, ZoneView now) {
        if (!zone.name().equals(service + ".")) {
            change(zone, now, List.of(service), List.of(
                    RecordSet.simple(service, "CNAME", Duration.ofSeconds(60), "elsewhere.example.net.")));
        }
    }

    /** Takes away what only a human may; where it is gone by now, nothing. */
    void putRight(HumanEdit edit, HostedZone zone, ZoneView now) {
        List<RecordSet> here = now.at(List.of(service));
        boolean odd = here.stream().anyMatch(set -> set.type().equals("CNAME") || set.values().contains(ELSEWHERE));
        if (odd && (edit == HumanEdit.FOREIGN_ADDRESS || edit == HumanEdit.CNAME)) {
            change(zone, now, List.of(service), List.of());
        }
        boolean oddText = now.at(List.of(owner)).stream().anyMatch(set -> !set.values().get(0).contains("v=1"));
        if (oddText && edit == HumanEdit.ODD_OWNER_TEXT) {
            change(zone, now, List.of(owner), List.of());
        }
    }

    private static void change(HostedZone zone, ZoneView now, List<String> without, List<RecordSet> with) {
        List<RecordChange> batch = new ArrayList<>();
        now.at(without).forEach(set -> batch.add(RecordChange.delete(ZoneView.resourceRecordSet(set))));
        with.forEach(set -> batch.add(RecordChange.create(ZoneView.resourceRecordSet(set))));
        if (batch.isEmpty()) {
            return;
        }
        try {
            zone.change(batch);
        } catch (Refusal e) {
            throw new IllegalStateException("a human's edit was refused: " + e.getMessage(), e);
        }
    }
}
