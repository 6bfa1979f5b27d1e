package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The route itself; what each {@code address-*-action} does has its own test. */
class ObserveAddressRouteTest extends RouteTestBase {
    private final StubCycle cycle = new StubCycle();
    private final Source source = new Source();

    /** Stands in the place of the bean that the kamelet for a literal address calls. */
    public static final class Source {
        final List<String> asked = new ArrayList<>();
        Answer<String> answer;

        public Answer<String> literal(String text) {
            asked.add(text);
            return answer;
        }
    }

    @Override
    String[] routes() {
        return new String[] {"observe-address"};
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle, "ownAddress", source);
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.address", "203.0.113.10");
    }

    static List<Answer<String>> answers() {
        return List.of(Answer.value("203.0.113.10"), Answer.absent("there is none"), Answer.couldNotAsk("no answer"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theSourceIsAskedAndItsAnswerReachesTheCycle(Answer<String> answer) {
        source.answer = answer;
        template.sendBody("direct:observe-address", null);
        assertThat(source.asked).containsExactly("203.0.113.10");
        assertThat(cycle.addresses).containsExactly(answer);
    }
}
