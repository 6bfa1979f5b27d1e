package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class PowerdnsCallActionTest extends WebStepTestBase {
    PowerdnsCallActionTest() {
        super("powerdns", PowerdnsPlay::settings);
    }

    @Test
    void theTimeThatIsLeftGoesFromAnswerToAnswerAndToNoServer() {
        server.replies(Replies.whole(204, ""));
        Exchange answered = template.request("kamelet:powerdns-call-action", exchange -> {
            exchange.getMessage().setHeader("X-Lbkeeper-Time-Left", "900");
            exchange.getMessage().setHeader("CamelHttpMethod", "PATCH");
            exchange.getMessage().setBody("{}");
        });
        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody()).isEqualTo(Map.of());
        assertThat(answered.getMessage().getHeader("X-Lbkeeper-Time-Left", Integer.class)).isBetween(1, 900);
        assertThat(server.request().header("X-Lbkeeper-Time-Left")).isEmpty();
        assertThat(server.request().header("X-API-Key")).contains(PowerdnsPlay.KEY);
    }

    @Test
    void withNoTimeLeftNothingIsSent() {
        server.replies(Replies.whole(204, ""));
        Exchange answered = template.request("kamelet:powerdns-call-action", exchange -> {
            exchange.getMessage().setHeader("X-Lbkeeper-Time-Left", "0");
            exchange.getMessage().setBody("{}");
        });
        assertThat(answered.getException()).hasMessageContaining("the time for all requests together was over");
        assertThat(server.requests()).isEmpty();
    }
}
