package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressLiteralActionTest extends AddressTestBase {
    @Override
    Map<String, String> source() {
        return Map.of("lb.address", "2001:DB8:0:0:0:0:0:7");
    }

    @Test
    void itIsTheAnswerInItsCanonicalForm() {
        assertThat(ask(1)).isEqualTo(Answer.value("2001:db8::7"));
    }

    @Test
    void anythingElseCouldNotBeAsked() {
        Object answer = template.requestBody("kamelet:address-literal-action?source=lb1.example.com", (Object) null);
        assertThat(answer).isInstanceOf(Answer.CouldNotAsk.class).asString().contains("lb1.example.com");
    }
}
