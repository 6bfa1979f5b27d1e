package io.lbkeeper.localroute53;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A zone's worth of records at Route 53's own limit: names of one to four labels with everything that bears on their
 * order (case, hyphen, underscore, digits, escapes, wildcards, names below names), several types and set identifiers.
 */
public final class TenThousandRecords {
    public static final int COUNT = 10_000;
    private static final int BATCH = 500;
    private static final Duration TTL = Duration.ofSeconds(60);

    private TenThousandRecords() {
    }

    /** Fills the zone example.com up to exactly {@link #COUNT} record sets, in an order that the seed decides. */
    public static void fill(HostedZone zone, long seed) throws Refusal {
        int missing = COUNT - zone.records().size();
        List<ResourceRecordSet> sets = new ArrayList<>();
        for (int i = 0; sets.size() < missing; i++) {
            sets.addAll(at(name(i), i));
        }
        sets.subList(missing, sets.size()).clear();
        Collections.shuffle(sets, new Random(seed));
        for (int from = 0; from < sets.size(); from += BATCH) {
            zone.change(sets.subList(from, Math.min(sets.size(), from + BATCH)).stream().map(RecordChange::create)
                    .toList());
        }
    }

    private static String name(int i) {
        String end = i + ".example.com";
        return switch (i % 8) {
            case 0 -> "h" + end;
            case 1 -> "H" + (i - 1) + "-b.example.com";
            case 2 -> "_h.h" + (i - 2) + ".example.com";
            case 3 -> "*.w" + end;
            case 4 -> "h\\057" + end;
            case 5 -> "a.b-" + end;
            case 6 -> "x.a.b" + (i - 1) + ".example.com";
            default -> (i * 7919 % 10_007) + "z." + (i - 7) + ".example.com";
        };
    }

    /** Three record sets for each name: three types, or three weights of one type. */
    private static List<ResourceRecordSet> at(String name, int i) {
        ResourceRecordSet address = ResourceRecordSet.simple(name, RecordType.A, TTL, "10.0." + i / 250 + "."
                + i % 250);
        if (i % 5 == 0) {
            return Stream.of("b", "C", "a-1").map(identifier -> address.withPolicy(identifier,
                    new RoutingPolicy.Weighted(i % 256))).toList();
        }
        return List.of(address, ResourceRecordSet.simple(name, RecordType.AAAA, TTL, "2001:db8::" + i),
                ResourceRecordSet.simple(name, RecordType.TXT, TTL, "\"" + i + "\""));
    }
}
