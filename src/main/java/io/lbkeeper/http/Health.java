package io.lbkeeper.http;

import io.lbkeeper.status.Alarms;
import io.lbkeeper.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Health in the form that Camel's own has: UP or DOWN, and what that rests on. */
final class Health {
    private static final String CYCLE = "cycle";

    private final Supplier<Optional<Status>> status;
    private final Alarms alarms;
    private final Supplier<Duration> hungry;
    private final BooleanSupplier starving;
    private final Supplier<Instant> wall;

    /** One thing that was looked at. */
    private record Part(String name, boolean up, Map<String, ?> data) {
        JsonObject json() {
            JsonObject json = new JsonObject(Map.of("name", name, "status", word(up)));
            if (!data.isEmpty()) {
                json.put("data", new JsonObject(data));
            }
            return json;
        }
    }

    /**
     * @param hungry   for how long no cycle has completed, by the watchdog
     * @param starving whether that is too long
     */
    Health(Supplier<Optional<Status>> status, Alarms alarms, Supplier<Duration> hungry, BooleanSupplier starving,
            Supplier<Instant> wall) {
        this.status = status;
        this.alarms = alarms;
        this.hungry = hungry;
        this.starving = starving;
        this.wall = wall;
    }

    /** The process is there, and cycles complete within the watchdog's time. */
    Reply live() {
        return reply(List.of(new Part(CYCLE, !starving.getAsBoolean(),
                Map.of("milliseconds.since.last", hungry.get().toMillis()))));
    }

    /** A cycle has completed lately, and nobody has to look at anything. */
    Reply ready() {
        Optional<Status> known = status.get();
        boolean fresh = known.filter(now -> !now.isStale(wall.get())).isPresent();
        boolean calm = known.filter(now -> !now.decision().alarm()).isPresent();
        List<String> standing = alarms.standing();
        return reply(List.of(
                new Part(CYCLE, fresh, known.<Map<String, ?>>map(now -> Map.of("last.completed",
                        now.process().at().toString())).orElse(Map.of())),
                new Part("decision", calm, known.<Map<String, ?>>map(now -> Map.of("name", now.decision().name(),
                        "reason", now.decision().reason())).orElse(Map.of())),
                new Part("alarms", standing.isEmpty(), standing.isEmpty() ? Map.of()
                        : Map.of("standing", new JsonArray(standing)))));
    }

    private static Reply reply(List<Part> parts) {
        boolean up = parts.stream().allMatch(Part::up);
        JsonObject json = new JsonObject();
        json.put("status", word(up));
        JsonArray checks = new JsonArray();
        parts.forEach(part -> checks.add(part.json()));
        json.put("checks", checks);
        return Reply.of(up ? Reply.OK : Reply.UNAVAILABLE, Reply.JSON, json.toJson() + "\n");
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
