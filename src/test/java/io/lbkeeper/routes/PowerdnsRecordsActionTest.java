package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PowerdnsRecordsActionTest extends WebStepTestBase {
    PowerdnsRecordsActionTest() {
        super("powerdns", PowerdnsPlay::settings);
    }

    @Test
    void theZonesRecordSetsBecomePlainData() {
        server.replies(Replies.whole(200, """
                {"id": "example.com.", "rrsets": [
                {"name": "lb.example.com.", "type": "A", "ttl": 60, "comments": [],
                 "records": [{"content": "192.0.2.1", "disabled": false}, {"content": "192.0.2.2", "disabled": true}]},
                {"name": "t.example.com.", "type": "TXT", "ttl": 5, "comments": [],
                 "records": [{"content": "\\"a\\"", "disabled": false}]}]}"""));
        assertThat(String.valueOf(read())).isEqualTo("{records=["
                + "{name=lb.example.com., type=A, ttl=60, values=[192.0.2.1, 192.0.2.2], policy=disabled}, "
                + "{name=t.example.com., type=TXT, ttl=5, values=[\"a\"], policy=}]}");
    }

    @Test
    void whatIsNotToldIsThrown() {
        server.replies(Replies.whole(404, "Not Found"));
        assertThatThrownBy(this::read).hasRootCauseMessage("HTTP 404 \"Not Found\"; look at lb.powerdns.zone and "
                + "lb.powerdns.server");
    }

    private Object read() {
        return template.requestBody("kamelet:powerdns-records-action", List.of(), Object.class);
    }
}
