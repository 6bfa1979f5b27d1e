package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class CloudflareCallActionTest extends WebStepTestBase {
    CloudflareCallActionTest() {
        super("cloudflare", CloudflarePlay::settings);
    }

    @Test
    void theTimeThatIsLeftGoesFromAnswerToAnswerAndToNoServer() {
        server.replies(Replies.whole(200, "{\"success\": true}"));
        Exchange answered = template.request("kamelet:cloudflare-call-action", exchange -> {
            exchange.getMessage().setHeader("X-Lbkeeper-Time-Left", "900");
            exchange.getMessage().setHeader("CamelHttpUri", server.url() + "/x");
            exchange.getMessage().setBody("{}");
        });
        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody()).isEqualTo(Map.of("success", true));
        assertThat(answered.getMessage().getHeader("X-Lbkeeper-Time-Left", Integer.class)).isBetween(1, 900);
        assertThat(server.request().header("X-Lbkeeper-Time-Left")).isEmpty();
        assertThat(server.request().header("Authorization")).contains("Bearer " + CloudflarePlay.TOKEN);
    }

    @Test
    void withNoTimeLeftNothingIsSent() {
        server.replies(Replies.whole(200, "{\"success\": true}"));
        Exchange answered = template.request("kamelet:cloudflare-call-action", exchange -> {
            exchange.getMessage().setHeader("X-Lbkeeper-Time-Left", "0");
            exchange.getMessage().setBody("{}");
        });
        assertThat(answered.getException()).hasMessageContaining("the time for all requests together was over");
        assertThat(server.requests()).isEmpty();
    }
}
