package io.lbkeeper.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Record sets keep their values on the way to DNS and back. */
class DnsAnswersTest {
    private static final Duration TTL = Duration.ofSeconds(60);

    private static RecordSet thereAndBack(RecordSet set) {
        return DnsAnswers.toRecordSet(DnsAnswers.fromRecordSet(set));
    }

    @Test
    void addressesAndNamesStayAsTheyAre() {
        for (RecordSet set : new RecordSet[] {RecordSet.simple("lb.example.com", "A", TTL, "192.0.2.1", "192.0.2.2"),
                RecordSet.simple("lb.example.com", "CNAME", TTL, "lb1.example.com."),
                RecordSet.simple("_owner.lb.example.com", "TXT", TTL, "\"a b\" \"c\\\"d\\\\e\"")}) {
            assertThat(thereAndBack(set)).isEqualTo(set);
        }
        assertThat(thereAndBack(RecordSet.simple("LB.example.com.", "AAAA", TTL, "2001:DB8::1")))
                .isEqualTo(RecordSet.simple("lb.example.com", "AAAA", TTL, "2001:db8:0:0:0:0:0:1"));
    }

    @Test
    void anOwnerRecordIsReadAsItWasWritten() {
        RecordSet set = RecordSet.simple("_owner.lb.example.com", "TXT", TTL,
                "\"v=1 owner=lb1 address=192.0.2.1 epoch=7 nonce=f00 inter=5\"");
        assertThat(thereAndBack(set)).isEqualTo(set);
    }

    /** Whatever bytes stand in a foreign TXT record. */
    @Property(tries = 200)
    void anyBytesOfATextComeBack(@ForAll @Size(max = 255) byte[] bytes) {
        byte[] wire = new byte[bytes.length + 1];
        wire[0] = (byte) bytes.length;
        System.arraycopy(bytes, 0, wire, 1, bytes.length);
        Record record = Record.newRecord(Name.fromConstantString("x.example.com."), Type.TXT, DClass.IN, 60, wire);
        RecordSet set = DnsAnswers.toRecordSet(new RRset(record));
        assertThat(DnsAnswers.fromRecordSet(set).first().rdataToWireCanonical()).isEqualTo(wire);
    }

    @Test
    void whatIsNoAddressIsTold() {
        assertThatThrownBy(() -> DnsAnswers.fromRecordSet(RecordSet.simple("lb.example.com", "A", TTL, "no")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("lb.example.com A no");
    }
}
