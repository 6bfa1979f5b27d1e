package io.lbkeeper.status;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.Records;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The service record, out of what a cycle knows of it. */
final class NameSight {
    private NameSight() {
    }

    static Status.Name of(Sight now, Instant at) {
        Optional<Records> records = now.memory().records();
        Optional<OwnerRecord> claim = records.flatMap(Records::claim);
        Map<String, String> further = new TreeMap<>();
        records.map(Records::lineup).ifPresent(lineup -> lineup.names().forEach((name, here) ->
                further.put(name, what(here))));
        Optional<String> address = records.map(Records::lineup).map(lineup -> lineup.names().get(now.rules().service()))
                .filter(Records.Service.Held.class::isInstance).map(held -> ((Records.Service.Held) held).address());
        further.remove(now.rules().service());
        return new Status.Name(now.rules().service(), address, claim.map(OwnerRecord::owner),
                claim.filter(owner -> now.rules().powers().keepsOwnerRecord()).map(OwnerRecord::epoch),
                claim.flatMap(OwnerRecord::challenger),
                now.memory().readAt().map(read -> at.minus(now.seen().at().minus(read))), further);
    }

    private static String what(Records.Service here) {
        return here instanceof Records.Service.Held held ? held.address()
                : here instanceof Records.Service.Odd odd ? odd.what() : "not there";
    }
}
