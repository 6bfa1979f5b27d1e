package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObserveRecordsRouteTest extends OwnProviderTestBase {
    @Override
    String[] routes() {
        return new String[] {"observe-records"};
    }

    @Test
    void theProviderIsAskedForTheNamesAndItsAnswerReachesTheCycle() {
        provider.answer = Answer.value(List.of(Decisions.SERVICE, Decisions.OWNER));
        template.sendBody("direct:observe-records", null);
        assertThat(provider.asked).containsExactly(cycle.names());
        assertThat(cycle.reads).containsExactly(provider.answer);
    }

    @Test
    void whereAReadShowsThatAllNamesAreNeededTheyAreReadAtOnce() {
        cycle.timesBehind.set(1);
        template.sendBody("direct:observe-records", null);
        assertThat(provider.asked).containsExactly(cycle.names(), cycle.names());
        assertThat(cycle.reads).containsExactly(provider.answer, provider.answer);
    }

    @Test
    void nobodyIsAskedWhenTheCycleNeedsNoRecords() {
        cycle.needsRecords = false;
        template.sendBody("direct:observe-records", null);
        assertThat(provider.asked).isEmpty();
        assertThat(cycle.reads).isEmpty();
    }

    @Test
    void couldNotAskAndAbsentReachTheCycleAsThemselves() {
        for (Answer<List<RecordSet>> answer : List.of(
                Answer.<List<RecordSet>>couldNotAsk("no route"),
                Answer.<List<RecordSet>>absent("no such zone"))) {
            provider.answer = answer;
            template.sendBody("direct:observe-records", null);
        }
        assertThat(cycle.reads).containsExactly(Answer.couldNotAsk("no route"), Answer.absent("no such zone"));
    }
}
