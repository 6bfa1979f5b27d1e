package io.lbkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.status.Alarms;
import io.lbkeeper.status.Status;
import io.lbkeeper.status.StatusJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Alarms alarms = new Alarms();
    private Optional<Status> status = Optional.of(new StatusSample().build());
    private boolean starving;
    private final Map<String, Supplier<Reply>> resources = Resources.of(new Resources.Sources("lb1", () -> status,
            alarms, () -> Duration.ofSeconds(3), () -> starving, () -> Reply.of(Reply.OK, "text/plain", ""),
            () -> StatusSample.AT));

    @Test
    void itLivesWhileCyclesComplete() throws Exception {
        assertThat(ask("live")).isEqualTo("200 UP: cycle UP");
        starving = true;
        assertThat(ask("live")).isEqualTo("503 DOWN: cycle DOWN");
    }

    @Test
    void itIsReadyWhileNobodyHasToLookAtAnything() throws Exception {
        assertThat(ask("ready")).isEqualTo("200 UP: cycle UP, decision UP, alarms UP");
        alarms.raise("edit", "watch.camel.yaml:3: \"what\" is no step");
        assertThat(ask("ready")).isEqualTo("503 DOWN: cycle UP, decision UP, alarms DOWN");
        assertThat(text("ready")).contains("\\\"what\\\" is no step");
        alarms.clear("edit");
        status = Optional.of(new StatusSample().alarmed("Both are equally bad.").build());
        assertThat(ask("ready")).isEqualTo("503 DOWN: cycle UP, decision DOWN, alarms UP");
        assertThat(text("ready")).contains("Both are equally bad.");
    }

    @Test
    void itIsNotReadyBeforeTheFirstCycleNorLongAfterTheLast() throws Exception {
        status = Optional.empty();
        assertThat(ask("ready")).isEqualTo("503 DOWN: cycle DOWN, decision DOWN, alarms UP");
        status = Optional.of(new StatusSample().at(StatusSample.AT.minusSeconds(27)).build());
        assertThat(ask("ready")).isEqualTo("503 DOWN: cycle DOWN, decision UP, alarms UP");
        assertThat(ask("live")).as("the watchdog has its own time").isEqualTo("200 UP: cycle UP");
    }

    @Test
    void theStatusIsThatOfTheFile() {
        String hostile = "\"},{\"\u0000\n\u2028</script>";
        status = Optional.of(new StatusSample().peer("DEAD", hostile).build());
        assertThat(StatusJson.read(resources.get("/observe/status").get().text())).isEqualTo(status.get());
        status = Optional.empty();
        assertThat(resources.get("/observe/status").get().status()).isEqualTo(503);
    }

    private String text(String which) {
        return resources.get("/observe/health/" + which).get().text();
    }

    /** The answer in short. */
    private String ask(String which) throws Exception {
        Reply reply = resources.get("/observe/health/" + which).get();
        JsonObject json = (JsonObject) Jsoner.deserialize(reply.text());
        StringBuilder all = new StringBuilder();
        for (Object check : (JsonArray) json.get("checks")) {
            all.append(all.isEmpty() ? "" : ", ").append(((JsonObject) check).get("name")).append(' ')
                    .append(((JsonObject) check).get("status"));
        }
        return reply.status() + " " + json.get("status") + ": " + all;
    }
}
