package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CloudflareRecordsActionTest extends WebStepTestBase {
    CloudflareRecordsActionTest() {
        super("cloudflare", CloudflarePlay::settings);
    }

    @Test
    void thePagesTogetherBecomePlainData() {
        server.replies(Replies.whole(200, CloudflarePlay.page(1, 2, 2, CloudflarePlay.row("a1", "a.example.com",
                "192.0.2.1", false))), Replies.whole(200, CloudflarePlay.page(2, 2, 2, CloudflarePlay.row("b2",
                "b.example.com", "192.0.2.2", true))));
        assertThat(String.valueOf(read())).isEqualTo("{records=["
                + "{id=a1, name=a.example.com, type=A, ttl=60, values=[192.0.2.1], policy=}, "
                + "{id=b2, name=b.example.com, type=A, ttl=60, values=[192.0.2.2], policy=proxied by Cloudflare}]}");
        assertThat(server.requests()).extracting(ScriptedServer.Request::target).containsExactly(
                "/zones/" + CloudflarePlay.ZONE + "/dns_records?page=1&per_page=1000",
                "/zones/" + CloudflarePlay.ZONE + "/dns_records?page=2&per_page=1000");
    }

    @Test
    void pagesThatDoNotAddUpAreNoAnswer() {
        server.replies(Replies.whole(200, CloudflarePlay.page(1, 1, 2, CloudflarePlay.row("a1", "a.example.com",
                "192.0.2.1", false))));
        assertThatThrownBy(this::read).hasRootCauseMessage("Cloudflare told 1 records of 2");
    }

    private Object read() {
        return template.requestBody("kamelet:cloudflare-records-action", List.of(), Object.class);
    }
}
