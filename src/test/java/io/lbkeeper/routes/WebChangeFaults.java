package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change kamelet against a server that plays its API wrong, at the look before the write or at the write. */
abstract class WebChangeFaults extends WebProviderFaults {
    @ParameterizedTest(name = "{0}")
    @MethodSource({"faultsOfTransport", "faults"})
    void aChangeWithoutALookWritesNothing(String what, Reply reply, String words) {
        server.replies(reply);
        Outcome outcome = change();
        assertThat(outcome).isInstanceOf(Outcome.CouldNotAsk.class);
        judge(((Outcome.CouldNotAsk) outcome).why(), words);
        assertThat(server.requests()).as("requests after the look that failed").hasSize(1)
                .allMatch(request -> request.method().equals("GET"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"faultsOfTransport", "faults"})
    void aWriteThatIsAnsweredWrongMayHaveBeenAppliedAndIsNotRepeated(String what, Reply reply, String words) {
        server.replies(Replies.whole(200, emptyZone()), reply);
        Outcome outcome = change();
        assertThat(outcome).isInstanceOf(Outcome.CouldNotAsk.class);
        assertThat(server.requests()).as("one look, one write").hasSize(2);
    }

    @Test
    void aProviderThatIsNotThereCouldNotBeAsked() {
        server.close();
        assertThat(change()).isInstanceOf(Outcome.CouldNotAsk.class).asString().contains("refused");
    }

    final Outcome change() {
        return inTime(() -> template.requestBody("kamelet:dns-" + provider() + "-change-action",
                Change.swap(List.of(), List.of(Decisions.SERVICE, Decisions.OWNER)), Outcome.class));
    }
}
