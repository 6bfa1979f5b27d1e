package io.lbkeeper.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;

/** Keys that are right, unknown, of another secret, and of another time. */
class SignatureTest extends DnsUpdateTestBase {
    private static final String DESIRED = "lb1 60 A 192.0.2.1";

    @Test
    void everyAlgorithmIsSpoken() throws Exception {
        for (Map.Entry<String, Name> each : Map.of("hmac-sha224", TSIG.HMAC_SHA224, "hmac-sha256", TSIG.HMAC_SHA256,
                "hmac-sha384", TSIG.HMAC_SHA384, "hmac-sha512", TSIG.HMAC_SHA512).entrySet()) {
            try (DnsFront front = new SignedServer(each.getValue(), Duration.ZERO).start()) {
                String options = "servers=" + front.address() + "&" + KEY + "&keyAlgorithm=" + each.getKey();
                assertThat(replace(options, DESIRED).getException()).as(each.getKey()).isNull();
            }
        }
    }

    @Test
    void aKeyThatTheServerDoesNotHaveIsTold() throws Exception {
        try (DnsFront front = new SignedServer().start()) {
            String server = "servers=" + front.address();
            Exchange unknown = replace(server + "&keyName=lb9&key=RAW(" + SignedServer.SECRET + ")", DESIRED);
            assertThat(failure(unknown)).isEqualTo(DnsFailureKind.BAD_KEY);
            assertThat(unknown.getException()).hasMessageContaining("BADKEY").hasMessageContaining(front.address());
            Exchange wrong = replace(server + "&keyName=lb1&key=b3RoZXI=", DESIRED);
            assertThat(failure(wrong)).isEqualTo(DnsFailureKind.BAD_SIGNATURE);
            assertThat(records(server, "lb1.example.com")).isEmpty();
        }
    }

    @Test
    void aClockThatIsOffIsToldWithHowFar() throws Exception {
        for (Duration ahead : List.of(Duration.ofMinutes(10), Duration.ofMinutes(-10))) {
            try (DnsFront front = new SignedServer(ahead).start()) {
                Exchange refused = replace("servers=" + front.address() + "&" + KEY, DESIRED);
                assertThat(failure(refused)).isEqualTo(DnsFailureKind.BAD_TIME);
                Duration told = ((DnsUpdateException) refused.getException()).serverAhead().orElseThrow();
                assertThat(told).isBetween(ahead.minusSeconds(20), ahead.plusSeconds(20));
                assertThat(refused.getException()).hasMessageContaining(ahead.isNegative() ? " s behind " : " s ahead ")
                        .hasMessageContaining("set the clocks");
            }
        }
    }

    @Test
    void everyTryHasAnIdAndASignatureOfItsOwn() throws Exception {
        try (DnsFront front = DnsFront.of(ask -> null)) {
            Exchange silent = replace("timeout=400&tries=4&servers=" + front.address() + "&" + KEY, DESIRED);
            assertThat(failure(silent)).isEqualTo(DnsFailureKind.NO_ANSWER);
            Set<Object> ids = new HashSet<>();
            Set<Object> signatures = new HashSet<>();
            for (byte[] ask : front.asked()) {
                ids.add(new Message(ask).getHeader().getID());
                signatures.add(ByteBuffer.wrap(new Message(ask).getTSIG().getSignature()));
            }
            assertThat(front.asked()).hasSize(4);
            assertThat(ids).as("ids of four tries; two of 65,536 may be the same once in 10,000 runs").hasSize(4);
            assertThat(signatures).hasSize(4);
        }
    }

    @Test
    void anAnswerThatNobodySignedIsNoAnswer() throws Exception {
        SignedServer server = new SignedServer();
        try (DnsFront front = DnsFront.of(ask -> unsigned(server.answer(ask)))) {
            Exchange unsigned = replace("timeout=300&servers=" + front.address() + "&" + KEY, DESIRED);
            assertThat(failure(unsigned)).isEqualTo(DnsFailureKind.NO_ANSWER);
            assertThat(unsigned.getException()).hasMessageContaining("an answer without a signature was passed over");
        }
        try (DnsFront front = DnsFront.of(ask -> changed(server.answer(ask)))) {
            Exchange forged = read("timeout=300&servers=" + front.address() + "&" + KEY, "lb1.example.com");
            assertThat(failure(forged)).isEqualTo(DnsFailureKind.NO_ANSWER);
            assertThat(forged.getException()).hasMessageContaining("an answer with a wrong signature was passed over");
        }
    }

    private static byte[] unsigned(byte[] answer) throws Exception {
        Message message = new Message(answer);
        message.removeRecord(message.getTSIG(), Section.ADDITIONAL);
        return message.toWire();
    }

    /** Without authority, that is. */
    private static byte[] changed(byte[] answer) {
        answer[2] ^= 4;
        return answer;
    }
}
