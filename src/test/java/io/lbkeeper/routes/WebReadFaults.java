package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A read kamelet against a server that plays its API wrong. */
abstract class WebReadFaults extends WebProviderFaults {
    @ParameterizedTest(name = "{0}")
    @MethodSource({"faultsOfTransport", "faults"})
    void aReadThatIsAnsweredWrongCouldNotBeAsked(String what, Reply reply, String words) {
        server.replies(reply);
        Answer<?> answer = inTime(() -> template.requestBody("kamelet:dns-" + provider() + "-read-action", NAMES,
                Answer.class));
        assertThat(answer).isInstanceOf(Answer.CouldNotAsk.class);
        judge(((Answer.CouldNotAsk<?>) answer).why(), words);
    }

    @Test
    void nothingThatWasThereBeforeGoesToTheProviderAndNothingOfItsAnswerStays() {
        server.replies(Replies.whole(200, emptyZone(), "X-Leaked: yes"));
        Map<String, Object> after = template.request("kamelet:dns-" + provider() + "-read-action", exchange -> {
            exchange.getMessage().setBody(NAMES);
            exchange.getMessage().setHeader("X-Secret-Of-Another", "hush");
            exchange.getMessage().setHeader("CamelHttpQuery", "drop=everything");
        }).getMessage().getHeaders();
        assertThat(server.request().header("X-Secret-Of-Another")).isEmpty();
        assertThat(server.request().header("X-Lbkeeper-Time-Left")).isEmpty();
        assertThat(server.request().target()).doesNotContain("drop=everything");
        assertThat(after).isEmpty();
    }
}
