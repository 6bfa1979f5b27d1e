package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

class DnsPowerdnsChangeActionTest extends WebChangeFaults {
    @Override
    String provider() {
        return "powerdns";
    }

    @Override
    String emptyZone() {
        return PowerdnsPlay.EMPTY;
    }

    @Override
    String secret() {
        return PowerdnsPlay.KEY;
    }

    @Override
    Map<String, String> settings() {
        return with(PowerdnsPlay.settings(server.url()));
    }

    static Stream<Arguments> faults() {
        return PowerdnsPlay.faults();
    }

    @Test
    void aDisabledRecordIsNoPlainOne() {
        server.replies(Replies.whole(200, "{\"rrsets\": [{\"name\": \"lb.example.com.\", \"type\": \"A\", \"ttl\": 60, "
                + "\"records\": [{\"content\": \"203.0.113.20\", \"disabled\": true}]}]}"));
        Outcome outcome = template.requestBody("kamelet:dns-powerdns-change-action", Change.swap(
                List.of(Decisions.SERVICE_OLD), List.of(Decisions.SERVICE)), Outcome.class);
        assertThat(outcome).isInstanceOf(Outcome.Lost.class).asString().contains("disabled");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theChangeIsOneRequestWithTheKey() {
        server.replies(Replies.whole(200, emptyZone()), Replies.whole(204, "", "X-PDNS-New-Serial: 2026112302"));
        Outcome outcome = template.requestBody("kamelet:dns-powerdns-change-action", Change.swap(List.of(),
                List.of(Decisions.SERVICE, RecordSet.simple("_owner.lb.example.com", "TXT", Decisions.TTL,
                        "\"a \\\" b\""))), Outcome.class);
        assertThat(outcome).isEqualTo(new Outcome.Applied("serial 2026112302"));
        ScriptedServer.Request patch = server.requests().get(1);
        assertThat(patch.method() + " " + patch.target())
                .isEqualTo("PATCH /api/v1/servers/localhost/zones/example.com.");
        assertThat(patch.header("X-API-Key")).contains(secret());
        assertThat(patch.body()).contains("\"changetype\":\"REPLACE\"", "\"content\":\"\\\"a \\\\\\\" b\\\"\"");
    }
}
