package io.lbkeeper.dnsupdate;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.rehearsal.provider.UpdateServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/** A zone's own server, which answers those who have its key, by its own clock. */
final class SignedServer {
    static final String SECRET = Base64.getEncoder().encodeToString("a secret of this test, 32 bytes.".getBytes());
    private static final int LONGEST_BYTES = 65_535;

    private final HostedZone zone = HostedZone.create("ZTEST", "example.com");
    private final UpdateServer server = new UpdateServer(Name.fromConstantString("ns1.example.com."));
    private final TSIG key;

    SignedServer() {
        this(Duration.ZERO);
    }

    SignedServer(Duration ahead) {
        this(TSIG.HMAC_SHA256, ahead);
    }

    SignedServer(Name algorithm, Duration ahead) {
        key = new TSIG(algorithm, Name.fromConstantString("lb1."), new SecretKeySpec(
                Base64.getDecoder().decode(SECRET), "HmacSHA256"),
                Clock.offset(Clock.systemUTC(), ahead));
    }

    HostedZone zone() {
        return zone;
    }

    DnsFront start() throws IOException {
        return DnsFront.of(this::answer);
    }

    byte[] answer(byte[] bytes) throws IOException {
        Message ask = new Message(bytes);
        TSIGRecord theirs = ask.getTSIG();
        int found = theirs == null ? Rcode.NOERROR : key.verify(ask, bytes, null);
        Message answer;
        if (found == Rcode.NOERROR) {
            answer = server.answer(ask, zone);
        } else {
            answer = new Message(ask.getHeader().getID());
            answer.getHeader().setFlag(Flags.QR);
            answer.getHeader().setOpcode(ask.getHeader().getOpcode());
            answer.getHeader().setRcode(Rcode.NOTAUTH);
            answer.addRecord(ask.getQuestion(), Section.QUESTION);
        }
        if (theirs != null) {
            answer.setTSIG(key, found, theirs);
        }
        return answer.toWire(LONGEST_BYTES);
    }
}
