package io.lbkeeper.rehearsal.provider;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.Jsoner;

/**
 * Cloudflare's API, as far as the records of one zone go: the list, in pages, and the batch. A record's id follows from
 * what it says; at Cloudflare each record has a new one.
 *
 * @see <a href="https://developers.cloudflare.com/api/resources/dns/subresources/records/">Cloudflare: DNS records</a>
 */
public final class CloudflareApi implements WebApi {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int DEFAULT_PER_PAGE = 100;

    private final String token;
    private final String path;

    public CloudflareApi(String zoneId, String token) {
        this.token = token;
        this.path = "/zones/" + zoneId + "/dns_records";
    }

    @Override
    public Reply answer(Ask ask, HostedZone zone, Duration now) {
        if (!("Bearer " + token).equals(ask.headers().get("authorization"))) {
            return error(FORBIDDEN, 10000, "Authentication error");
        }
        String[] parts = ask.pathAndQuery().split("\\?", 2);
        if (ask.method().equals("GET") && parts[0].equals(path)) {
            return listed(zone, parts.length == 1 ? Map.of() : query(parts[1]));
        }
        if (ask.method().equals("POST") && parts[0].equals(path + "/batch")) {
            return batch(zone, ask.body());
        }
        return error(NOT_FOUND, 7003, "Could not route to " + parts[0]
                + ", perhaps your object identifier is invalid?");
    }

    private static Map<String, String> query(String query) {
        return Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Reply listed(HostedZone zone, Map<String, String> query) {
        List<Map<String, Object>> all = rows(zone);
        int perPage = Integer.parseInt(query.getOrDefault("per_page", "" + DEFAULT_PER_PAGE));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        List<Map<String, Object>> told = all.stream().skip((page - 1L) * perPage).limit(perPage).toList();
        return success(told, Map.of("page", page, "per_page", perPage, "count", told.size(), "total_count", all.size(),
                "total_pages", (all.size() + perPage - 1) / perPage));
    }

    /** Cloudflare keeps SOA and the zone's own NS records to itself. */
    private static List<Map<String, Object>> rows(HostedZone zone) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ResourceRecordSet set : zone.records()) {
            if (set.type() != RecordType.SOA && set.type() != RecordType.NS) {
                String name = set.name().substring(0, set.name().length() - 1);
                long ttl = set.ttl().orElseThrow().toSeconds();
                set.values().forEach(content -> rows.add(Map.of("id", id(name, set.type().name(), content, ttl),
                        "name", name, "type", set.type().name(), "content", content, "ttl", ttl, "proxied", false)));
            }
        }
        return rows;
    }

    static String id(String name, String type, String content, long ttlSeconds) {
        return UUID.nameUUIDFromBytes((name + " " + type + " " + ttlSeconds + " " + content)
                .getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    }

    private static Reply batch(HostedZone zone, String body) {
        try {
            Map<?, ?> request = (Map<?, ?>) Jsoner.deserialize(body);
            return CloudflareBatch.of(rows(zone), request).apply(zone);
        } catch (CloudflareBatch.Refused e) {
            return error(BAD_REQUEST, e.code(), e.getMessage());
        } catch (DeserializationException | ClassCastException e) {
            return error(BAD_REQUEST, 9207, "Request body is invalid.");
        } catch (Refusal e) {
            return error(BAD_REQUEST, 1004, "DNS Validation Error: " + e.getMessage());
        }
    }

    static Reply success(Object result, Map<String, Object> info) {
        return new Reply(OK, "application/json", Jsoner.serialize(Map.of("success", true, "errors", List.of(),
                "messages", List.of(), "result", result, "result_info", info)));
    }

    private static Reply error(int status, int code, String words) {
        return new Reply(status, "application/json", Jsoner.serialize(Map.of("success", false, "messages", List.of(),
                "errors", List.of(Map.of("code", code, "message", words)))));
    }
}
