package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.zone.RecordType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsDyndns2ReadActionTest extends Dyndns2TestBase {
    /** The TTL is not to be had by the protocol: a difference would be put right for ever. */
    @Test
    void addressesAreReadFromTheNameServerWithTheTtlOfTheSettings() {
        service.put(LB, "203.0.113.10");
        service.put(LB1, "2001:db8::10");
        assertThat(read(LB, LB1, LB2, "_owner." + LB).found().orElseThrow()).containsExactlyInAnyOrder(
                a(LB, "203.0.113.10"), a(LB1, "2001:db8:0:0:0:0:0:10"));
    }

    @Test
    void anAliasIsSeen() {
        service.put(LB, RecordType.CNAME, "elsewhere.example.com");
        assertThat(read(LB).found().orElseThrow()).containsExactly(RecordSet.simple(LB, "CNAME",
                Duration.ofSeconds(60), "elsewhere.example.com."));
    }

    @Test
    void whereNobodyAnswersThereIsNoAnswer() {
        String nameServer = service.nameServer();
        service.close();
        Answer<List<RecordSet>> answer = read(LB);
        assertThat(answer).isInstanceOf(Answer.CouldNotAsk.class);
        assertThat(answer.toString()).contains("no name server of the zone has answered", nameServer);
    }
}
