package io.lbkeeper.rehearsal.provider;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One batch of deletes and posts, done in this order, all of them or none. */
final class CloudflareBatch {
    private static final int LEAST_TTL_SECONDS = 60;
    private static final int MOST_TTL_SECONDS = 86_400;
    private static final int AUTOMATIC = 1;

    /** Cloudflare's own words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final int code;

        private Refused(int code, String words) {
            super(words);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private record Row(String name, RecordType type, String content, long ttlSeconds) {
        static Row of(Map<?, ?> given) {
            return new Row((String) given.get("name"), RecordType.valueOf((String) given.get("type")),
                    (String) given.get("content"), ((Number) given.get("ttl")).longValue());
        }

        boolean saysTheSame(Row other) {
            return name.equals(other.name) && type == other.type && content.equals(other.content);
        }
    }

    private record Place(String name, RecordType type) {
    }

    private final Map<Place, List<Row>> before;
    private final Map<Place, List<Row>> after;

    private CloudflareBatch(List<Row> before, List<Row> after) {
        this.before = places(before);
        this.after = places(after);
    }

    static CloudflareBatch of(List<Map<String, Object>> rows, Map<?, ?> request) throws Refused {
        List<Row> after = new ArrayList<>(rows.stream().map(Row::of).toList());
        for (Object delete : (List<?>) request.get("deletes")) {
            Object id = ((Map<?, ?>) delete).get("id");
            Map<String, Object> gone = rows.stream().filter(row -> row.get("id").equals(id)).findFirst()
                    .orElseThrow(() -> new Refused(81044, "Record does not exist."));
            after.remove(Row.of(gone));
        }
        for (Object post : (List<?>) request.get("posts")) {
            Row row = Row.of((Map<?, ?>) post);
            if (row.ttlSeconds() != AUTOMATIC && (row.ttlSeconds() < LEAST_TTL_SECONDS
                    || row.ttlSeconds() > MOST_TTL_SECONDS)) {
                throw new Refused(9021, "TTL must be between 60 and 86400 seconds, or 1 for Automatic.");
            }
            if (after.stream().anyMatch(row::saysTheSame)) {
                throw new Refused(81058, "An identical record already exists.");
            }
            after.add(row);
        }
        return new CloudflareBatch(rows.stream().map(Row::of).toList(), after);
    }

    WebApi.Reply apply(HostedZone zone) throws Refusal {
        List<RecordChange> changes = new ArrayList<>();
        before.forEach((place, rows) -> {
            if (!rows.equals(after.get(place))) {
                changes.add(RecordChange.delete(set(place, rows)));
            }
        });
        after.forEach((place, rows) -> {
            if (!rows.equals(before.get(place))) {
                changes.add(RecordChange.create(set(place, rows)));
            }
        });
        if (!changes.isEmpty()) {
            zone.change(changes);
        }
        return CloudflareApi.success(Map.of(), Map.of());
    }

    private static ResourceRecordSet set(Place place, List<Row> rows) {
        return ResourceRecordSet.simple(place.name() + ".", place.type(),
                Duration.ofSeconds(rows.get(rows.size() - 1).ttlSeconds()),
                rows.stream().map(Row::content).toArray(String[]::new));
    }

    private static Map<Place, List<Row>> places(List<Row> rows) {
        Map<Place, List<Row>> places = new LinkedHashMap<>();
        rows.forEach(row -> places.computeIfAbsent(new Place(row.name(), row.type()), place -> new ArrayList<>())
                .add(row));
        return places;
    }
}
