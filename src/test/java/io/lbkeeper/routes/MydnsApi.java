package io.lbkeeper.routes;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.rehearsal.provider.WebApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.Jsoner;

/** The provider of the tutorial in providers.md. */
final class MydnsApi implements WebApi {
    static final String KEY = "k3y";

    @Override
    public Reply answer(Ask ask, HostedZone zone, Duration now) {
        if (!KEY.equals(ask.headers().get("x-key")) || !ask.pathAndQuery().equals("/records")) {
            return new Reply(403, "text/plain", "go away");
        }
        try {
            return new Reply(200, "application/json", Jsoner.serialize(ask.method().equals("PUT")
                    ? changed((Map<?, ?>) Jsoner.deserialize(ask.body()), zone) : told(zone)));
        } catch (DeserializationException | Refusal e) {
            return new Reply(400, "text/plain", e.getMessage());
        }
    }

    private static Map<String, Object> told(HostedZone zone) {
        List<Object> entries = new ArrayList<>();
        zone.records().forEach(set -> set.values().forEach(value -> entries.add(Map.of("host", set.name(), "kind",
                set.type().name(), "seconds", set.ttl().orElseThrow().toSeconds(), "data", value))));
        return Map.of("entries", entries);
    }

    private static Map<String, Object> changed(Map<?, ?> request, HostedZone zone) throws Refusal {
        List<RecordChange> batch = new ArrayList<>();
        for (Object one : (List<?>) request.get("clear")) {
            Map<?, ?> place = (Map<?, ?>) one;
            zone.find(place.get("host") + ".", RecordType.valueOf((String) place.get("kind"))).map(RecordChange::delete)
                    .ifPresent(batch::add);
        }
        Map<String, ResourceRecordSet> added = new LinkedHashMap<>();
        for (Object one : (List<?>) request.get("add")) {
            Map<?, ?> entry = (Map<?, ?>) one;
            added.put(entry.get("host") + " " + entry.get("kind"), ResourceRecordSet.simple(entry.get("host") + ".",
                    RecordType.valueOf((String) entry.get("kind")), Duration.ofSeconds(((Number) entry.get("seconds"))
                            .longValue()), (String) entry.get("data")));
        }
        added.values().forEach(set -> batch.add(RecordChange.create(set)));
        zone.change(batch);
        return Map.of("version", zone.records().size());
    }
}
