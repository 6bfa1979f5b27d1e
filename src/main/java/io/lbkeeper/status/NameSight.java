package io.lbkeeper.status;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.Records;
import java.time.Instant;
import java.util.Optional;

/** The service record, out of what a cycle knows of it. */
final class NameSight {
    private NameSight() {
    }

    static Status.Name of(Sight now, Instant at) {
        Optional<Records> records = now.memory().records();
        Optional<OwnerRecord> claim = records.flatMap(Records::claim);
        Optional<String> address = records.map(Records::service).filter(Records.Service.Held.class::isInstance)
                .map(held -> ((Records.Service.Held) held).address());
        return new Status.Name(now.rules().service(), address, claim.map(OwnerRecord::owner),
                claim.map(OwnerRecord::epoch), claim.flatMap(OwnerRecord::challenger),
                now.memory().readAt().map(read -> at.minus(now.seen().at().minus(read))));
    }
}
