package io.lbkeeper.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/**
 * A status as JSON. Times are ISO 8601 in UTC, durations seconds; what is not known is left out. Keys may be added,
 * and none changes its meaning.
 */
public final class StatusJson {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private StatusJson() {
    }

    public static String write(Status status) {
        return text(json(status));
    }

    /** The same, and whether the service has stopped cycling since. */
    public static String write(Status status, boolean stale) {
        JsonObject json = json(status);
        json.put("stale", stale);
        return text(json);
    }

    private static String text(JsonObject json) {
        return IndentedJson.of(json) + "\n";
    }

    private static JsonObject json(Status status) {
        Status.Process process = status.process();
        JsonObject json = of("node", process.node(), "at", process.at(), "stale_after_seconds", process.stale(),
                "version", process.version(), "pid", process.pid(), "started", process.started(),
                "cycles", process.cycles(), "dry_run", process.dryRun(),
                "dns_provider_lacks", process.lacks());
        Status.Name name = status.name();
        json.put("service", of("name", name.service(), "address", name.address(), "owner", name.owner(),
                "epoch", name.epoch(), "challenger", name.challenger(), "read_at", name.readAt(), "further",
                name.further().isEmpty() ? Optional.empty() : new JsonObject(name.further())));
        json.put("nodes", array(status.nodes(), node -> of("node", node.node(), "own", node.own(),
                "address", node.address(), "health", node.health(), "detail", node.detail(), "agent", node.agent(),
                "up", node.up(), "failures", node.failures(), "since", node.since(), "checked", node.checked())));
        json.put("decision", told(status.decision()));
        status.change().ifPresent(sent -> json.put("change", of("at", sent.at(), "decision", sent.decision(), "reason",
                sent.reason(), "outcome", sent.outcome(), "applied", sent.applied())));
        json.put("propagation", of("sentence", status.propagation(), "in_sync", status.inSync()));
        put(json, "hold_down_seconds", status.holdDown());
        json.put("requests", of("pause", status.requests().pause(), "drain", status.requests().drain(),
                "switchover", status.requests().switchover()));
        json.put("alarms", new JsonArray(status.alarms()));
        json.put("timeline", array(status.timeline(), StatusJson::told));
        return json;
    }

    /** @throws IllegalArgumentException if it is none, or of a version that had other keys */
    public static Status read(String text) {
        try {
            Fields json = new Fields((Map<?, ?>) Jsoner.deserialize(text));
            Fields name = json.part("service");
            Fields asked = json.part("requests");
            return new Status(new Status.Process(json.text("node"), json.text("version"), json.number("pid"),
                    json.time("started"), json.time("at"), json.seconds("stale_after_seconds"), json.number("cycles"),
                    json.flag("dry_run"), json.may("dns_provider_lacks")),
                    new Status.Name(name.text("name"), name.may("address"), name.may("owner"),
                            name.may("epoch").map(Long::valueOf), name.may("challenger"),
                            name.may("read_at").map(Instant::parse), name.map("further")),
                    json.list("nodes").stream().map(StatusJson::node).toList(), told(json.part("decision")),
                    json.has("change") ? Optional.of(sent(json.part("change"))) : Optional.empty(),
                    json.part("propagation").text("sentence"), json.part("propagation").flag("in_sync"),
                    json.seconds("hold_down_seconds"),
                    new Status.Requested(asked.may("pause"), asked.may("drain"), asked.may("switchover")),
                    json.texts("alarms"), json.list("timeline").stream().map(StatusJson::told).toList());
        } catch (DeserializationException | RuntimeException e) {
            throw new IllegalArgumentException("this is no status of this version of lbkeeper: " + e, e);
        }
    }

    private static Status.Node node(Fields json) {
        return new Status.Node(json.text("node"), json.flag("own"), json.may("address"), json.text("health"),
                json.text("detail"), json.text("agent"), json.flag("up"), (int) json.number("failures"),
                json.time("since"), json.time("checked"));
    }

    private static Status.Sent sent(Fields json) {
        return new Status.Sent(json.time("at"), json.text("decision"), json.text("reason"), json.text("outcome"),
                json.flag("applied"));
    }

    private static JsonObject told(Status.Told told) {
        return of("since", told.since(), "name", told.name(), "reason", told.reason(), "alarm", told.alarm());
    }

    private static Status.Told told(Fields json) {
        return new Status.Told(json.time("since"), json.text("name"), json.text("reason"), json.flag("alarm"));
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonObject> form) {
        return new JsonArray((Collection<?>) values.stream().map(form).toList());
    }

    private static JsonObject of(Object... keysAndValues) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            put(json, (String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return json;
    }

    private static void put(JsonObject json, String key, Object value) {
        if (value instanceof Optional<?> may) {
            may.ifPresent(there -> put(json, key, there));
        } else if (value instanceof Instant time) {
            json.put(key, time.toString());
        } else if (value instanceof Duration time) {
            json.put(key, time.toMillis() / MILLIS_PER_SECOND);
        } else {
            json.put(key, value);
        }
    }
}
