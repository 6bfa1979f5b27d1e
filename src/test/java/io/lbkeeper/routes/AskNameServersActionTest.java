package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.propagation.NameServers;
import io.lbkeeper.propagation.ServerAnswer;
import io.lbkeeper.propagation.ServerQuestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AskNameServersActionTest extends RouteTestBase {
    private static final ServerQuestion QUESTION = new ServerQuestion("lb.example.com", "A",
            List.of("ns1", "ns2:5353"));
    private static final List<ServerAnswer> ANSWERS = List.of(new ServerAnswer.Refused("ns1", "REFUSED"),
            new ServerAnswer.Silent("ns2:5353", "no answer"));

    private final List<Object> asked = new CopyOnWriteArrayList<>();

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Map<String, Object> beans() {
        NameServers servers = (question, deadline) -> {
            asked.addAll(List.of(question, deadline));
            return ANSWERS;
        };
        return Map.of("nameServers", servers);
    }

    @Test
    void theQuestionGoesOutWithItsDeadlineAndTheAnswersComeBack() {
        assertThat(template.requestBody("kamelet:ask-name-servers-action?deadline=1234", QUESTION)).isEqualTo(ANSWERS);
        assertThat(asked).containsExactly(QUESTION, Duration.ofMillis(1234));
    }
}
