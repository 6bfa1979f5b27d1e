package io.lbkeeper.rehearsal.provider;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.Jsoner;

/**
 * PowerDNS's HTTP API, as far as the records of one zone go, with the words of version 4.7.3.
 *
 * @see <a href="https://doc.powerdns.com/authoritative/http-api/zone.html">PowerDNS: Zones</a>
 */
public final class PowerdnsApi implements WebApi {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int UNPROCESSABLE = 422;

    private final String key;

    /** @param key the {@code api-key} */
    public PowerdnsApi(String key) {
        this.key = key;
    }

    @Override
    public Reply answer(Ask ask, HostedZone zone, Duration now) {
        if (!key.equals(ask.headers().get("x-api-key"))) {
            return plain(UNAUTHORIZED, "Unauthorized");
        }
        if (!ask.pathAndQuery().equals("/api/v1/servers/localhost/zones/" + zone.name())) {
            return plain(NOT_FOUND, "Not Found");
        }
        return switch (ask.method()) {
            case "GET" -> new Reply(OK, "application/json", Jsoner.serialize(listed(zone)));
            case "PATCH" -> patch(ask.body(), zone);
            default -> plain(NOT_ALLOWED, "Method Not Allowed");
        };
    }

    private static Map<String, Object> listed(HostedZone zone) {
        List<Object> sets = new ArrayList<>();
        for (ResourceRecordSet set : zone.records()) {
            sets.add(Map.of("name", set.name(), "type", set.type().name(), "comments", List.of(),
                    "ttl", set.ttl().orElseThrow().toSeconds(), "records", set.values().stream()
                            .map(value -> Map.of("content", value, "disabled", false)).toList()));
        }
        return Map.of("id", zone.name(), "name", zone.name(), "kind", "Master", "rrsets", sets);
    }

    private static Reply patch(String body, HostedZone zone) {
        try {
            Object parsed = Jsoner.deserialize(body);
            if (!(parsed instanceof Map<?, ?> request) || !(request.get("rrsets") instanceof List<?> sets)) {
                return error("No rrsets given in update request");
            }
            List<RecordChange> batch = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Object set : sets) {
                batch.addAll(changes((Map<?, ?>) set, zone, seen));
            }
            zone.change(batch);
            return new Reply(NO_CONTENT, "", "");
        } catch (DeserializationException e) {
            return plain(BAD_REQUEST, "Bad Request");
        } catch (IllegalArgumentException | Refusal e) {
            return error(e.getMessage());
        }
    }

    private static List<RecordChange> changes(Map<?, ?> set, HostedZone zone, Set<String> seen) {
        String name = text(set, "name");
        String type = text(set, "type");
        String action = text(set, "changetype");
        String which = name + " IN " + type;
        if (!name.endsWith(".")) {
            throw new IllegalArgumentException("DNS Name '" + name + "' is not canonical");
        }
        if (!seen.add(name + type + action)) {
            throw new IllegalArgumentException("Duplicate RRset " + which + " with changetype: " + action);
        }
        if (!name.endsWith("." + zone.name()) && !name.equals(zone.name())) {
            throw new IllegalArgumentException("RRset " + which + ": Name is out of zone");
        }
        List<RecordChange> gone = zone.find(name, RecordType.valueOf(type)).map(RecordChange::delete).stream().toList();
        if (action.equals("DELETE")) {
            return gone;
        }
        if (!action.equals("REPLACE")) {
            throw new IllegalArgumentException("Changetype not understood");
        }
        if (!(set.get("ttl") instanceof Number ttl)) {
            throw new IllegalArgumentException("Key 'ttl' not an Integer or not present");
        }
        List<RecordChange> both = new ArrayList<>(gone);
        both.add(RecordChange.create(ResourceRecordSet.simple(name, RecordType.valueOf(type),
                Duration.ofSeconds(ttl.longValue()), contents(set, which))));
        return both;
    }

    private static String[] contents(Map<?, ?> set, String which) {
        List<String> contents = new ArrayList<>();
        for (Object record : set.get("records") instanceof List<?> records ? records : List.of()) {
            String content = text((Map<?, ?>) record, "content");
            if (contents.contains(content)) {
                throw new IllegalArgumentException("Duplicate record in RRset " + which + " with content \"" + content
                        + "\"");
            }
            contents.add(content);
        }
        return contents.toArray(String[]::new);
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("Key '" + key + "' not present or not a String");
    }

    private static Reply error(String words) {
        return new Reply(UNPROCESSABLE, "application/json", Jsoner.serialize(Map.of("error", words)));
    }

    private static Reply plain(int status, String words) {
        return new Reply(status, "text/plain; charset=utf-8", words);
    }
}
