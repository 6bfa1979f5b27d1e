package io.lbkeeper.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each operation does at a server that keeps to RFC 2136. */
class OperationsTest extends DnsUpdateTestBase {
    private static final String FIRST = "lb.example.com. 60 IN A 192.0.2.1\n_owner.lb 60 TXT \"v=1 nonce=a\"";
    private static final String SECOND = "lb.example.com. 60 IN A 192.0.2.2\n_owner.lb 60 TXT \"v=1 nonce=b\"";
    private DnsFront front;
    private String options;

    @BeforeEach
    void serve() throws Exception {
        front = new SignedServer().start();
        options = "servers=" + front.address() + "&" + KEY;
    }

    @AfterEach
    void close() throws Exception {
        front.close();
    }

    @Test
    void readsWhatIsAtNamesAndNothingWhereNothingIs() {
        swap(options, "", FIRST);
        assertThat(records(options, "lb.example.com", "_owner.LB.example.com.", "none.example.com", "example.org"))
                .containsExactlyInAnyOrder("lb.example.com. 60 IN A 192.0.2.1",
                        "_owner.LB.example.com. 60 IN TXT \"v=1 nonce=a\"");
        assertThat(records(options, "example.com")).hasSize(5).anyMatch(text -> text.contains(" IN SOA "))
                .anyMatch(text -> text.contains(" IN NS "));
    }

    @Test
    void swapsWhatIsAsExpectedAndTellsTheSerialAfterIt() {
        Exchange first = swap(options, "", FIRST);
        long serial = first.getMessage().getHeader(DnsUpdateConstants.SERIAL, Long.class);
        Exchange second = swap(options, FIRST, SECOND);
        assertThat(second.getException()).isNull();
        assertThat(second.getMessage().getHeader(DnsUpdateConstants.SERIAL, Long.class)).isEqualTo(serial + 1);
        assertThat(second.getMessage().getHeader(DnsUpdateConstants.SERVER)).isEqualTo(front.address());
        assertThat(records(options, "lb.example.com", "_owner.lb.example.com")).containsExactlyInAnyOrder(
                "lb.example.com. 60 IN A 192.0.2.2", "_owner.lb.example.com. 60 IN TXT \"v=1 nonce=b\"");
    }

    @Test
    void losesWholeWhereOneRecordIsNotAsExpected() {
        swap(options, "", FIRST);
        assertThat(failure(swap(options, FIRST.replace("nonce=a", "nonce=z"), SECOND)))
                .isEqualTo(DnsFailureKind.LOST_RACE);
        assertThat(failure(swap(options, FIRST.replace("192.0.2.1", "192.0.2.7"), SECOND)))
                .isEqualTo(DnsFailureKind.LOST_RACE);
        assertThat(failure(swap(options, "", SECOND))).as("nothing was expected, and something is there")
                .isEqualTo(DnsFailureKind.LOST_RACE);
        assertThat(failure(swap(options, "lb 60 A 192.0.2.1", SECOND))).as("of two one was not expected")
                .isEqualTo(DnsFailureKind.LOST_RACE);
        assertThat(records(options, "lb.example.com")).containsExactly("lb.example.com. 60 IN A 192.0.2.1");
    }

    @Test
    void aSetIsExpectedWhole() {
        swap(options, "", "lb 60 A 192.0.2.1\nlb 60 A 192.0.2.2");
        assertThat(failure(swap(options, "lb 60 A 192.0.2.1", "lb 60 A 192.0.2.3")))
                .isEqualTo(DnsFailureKind.LOST_RACE);
        assertThat(swap(options, "lb 60 A 192.0.2.2\nlb 60 A 192.0.2.1", "lb 60 A 192.0.2.3").getException()).isNull();
        assertThat(records(options, "lb.example.com")).containsExactly("lb.example.com. 60 IN A 192.0.2.3");
    }

    @Test
    void ttlsAreNotCompared() {
        swap(options, "", "lb 300 A 192.0.2.1");
        assertThat(swap(options, "lb 60 A 192.0.2.1", "lb 60 A 192.0.2.2").getException()).isNull();
        assertThat(records(options, "lb.example.com")).containsExactly("lb.example.com. 60 IN A 192.0.2.2");
    }

    @Test
    void deletesWhatIsExpectedAndNotDesired() {
        swap(options, "", FIRST);
        assertThat(swap(options, FIRST, "lb 60 A 192.0.2.2").getException()).isNull();
        assertThat(records(options, "lb.example.com", "_owner.lb.example.com"))
                .containsExactly("lb.example.com. 60 IN A 192.0.2.2");
    }

    @Test
    void replacesWhateverIsThereButACname() {
        replace(options, "lb1 60 A 192.0.2.1");
        assertThat(replace(options, "LB1 30 A 192.0.2.9").getException()).isNull();
        assertThat(records(options, "lb1.example.com")).allMatch(text -> text.endsWith("30 IN A 192.0.2.9"))
                .hasSize(1);
        swap(options, "", "alias 60 CNAME lb1");
        assertThat(failure(replace(options, "alias 60 A 192.0.2.9"))).isEqualTo(DnsFailureKind.LOST_RACE);
        assertThat(failure(swap(options, "", "alias 60 A 192.0.2.9"))).isEqualTo(DnsFailureKind.LOST_RACE);
        assertThat(records(options, "alias.example.com"))
                .containsExactly("alias.example.com. 60 IN CNAME lb1.example.com.");
    }

    @Test
    void carriesLongTextOverTcpWhereItDoesNotFitADatagram() {
        String record = "_owner.lb 60 TXT \"" + "x".repeat(255) + "\" \"" + "y".repeat(255) + "\" \"z\"";
        assertThat(swap(options, "", record).getException()).isNull();
        assertThat(records(options, "_owner.lb.example.com")).singleElement().asString().endsWith("\" \"z\"")
                .contains("x".repeat(255));
        assertThat(swap(options, record, "_owner.lb 60 TXT \"short\"").getException()).isNull();
    }

    @Test
    void tellsWhatIsNotOfTheZone() {
        assertThat(failure(replace(options, "lb.example.org. 60 A 192.0.2.1"))).isEqualTo(DnsFailureKind.NOT_IN_ZONE);
        Exchange other = send(options, Map.of(DnsUpdateConstants.OPERATION, "getSoa"));
        assertThat(other.getException()).isNull();
        assertThat(other.getMessage().getHeader(DnsUpdateConstants.SERIAL, Long.class)).isPositive();
    }

    @Test
    void worksOverTcpAlone() {
        String tcp = options + "&tcp=true";
        assertThat(swap(tcp, "", FIRST).getException()).isNull();
        assertThat(records(tcp, "lb.example.com", "_owner.lb.example.com", "example.com")).hasSize(7);
    }
}
