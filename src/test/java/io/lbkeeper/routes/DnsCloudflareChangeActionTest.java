package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;

class DnsCloudflareChangeActionTest extends WebChangeFaults {
    @Override
    String provider() {
        return "cloudflare";
    }

    @Override
    String emptyZone() {
        return CloudflarePlay.EMPTY;
    }

    @Override
    String secret() {
        return CloudflarePlay.TOKEN;
    }

    @Override
    Map<String, String> settings() {
        return with(CloudflarePlay.settings(server.url()));
    }

    static Stream<Arguments> faults() {
        return CloudflarePlay.faults();
    }

    @Test
    void theChangeIsOneBatchThatDeletesByIdAndCreates() {
        server.replies(Replies.whole(200, CloudflarePlay.page(1, 1, 2,
                CloudflarePlay.row("a1", "lb.example.com", "203.0.113.20", false),
                CloudflarePlay.row("b2", "other.example.com", "203.0.113.99", true))),
                Replies.whole(200, "{\"success\": true, \"result\": {}}", "CF-Ray: 8f-FRA"));
        assertThat(change(Change.swap(List.of(Decisions.SERVICE_OLD), List.of(Decisions.SERVICE))))
                .isEqualTo(new Outcome.Applied("batch 8f-FRA"));
        ScriptedServer.Request batch = server.requests().get(1);
        assertThat(batch.method() + " " + batch.target()).isEqualTo("POST /zones/" + CloudflarePlay.ZONE
                + "/dns_records/batch");
        assertThat(batch.header("Authorization")).contains("Bearer " + secret());
        assertThat(batch.body()).isEqualTo("{\"deletes\":[{\"id\":\"a1\"}],\"posts\":[{\"name\":\"lb.example.com\","
                + "\"type\":\"A\",\"ttl\":60,\"content\":\"203.0.113.10\",\"proxied\":false,"
                + "\"comment\":\"lbkeeper on lb1\"}]}");
    }

    @Test
    void aProxiedRecordIsNoPlainOne() {
        server.replies(Replies.whole(200, CloudflarePlay.page(1, 1, 1,
                CloudflarePlay.row("a1", "lb.example.com", "203.0.113.20", true))));
        assertThat(change(Change.swap(List.of(Decisions.SERVICE_OLD), List.of(Decisions.SERVICE))))
                .isInstanceOf(Outcome.Lost.class).asString().contains("proxied by Cloudflare");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {81044, 81057, 81058})
    void whoWasQuickerBetweenTheLookAndTheWriteHasWon(int code) {
        server.replies(Replies.whole(200, emptyZone()), Replies.whole(400, CloudflarePlay.error(code, "words")));
        assertThat(change(Change.swap(List.of(), List.of(Decisions.SERVICE)))).isInstanceOf(Outcome.Lost.class)
                .asString().contains("" + code);
    }

    private Outcome change(Change change) {
        return template.requestBody("kamelet:dns-cloudflare-change-action", change, Outcome.class);
    }
}
