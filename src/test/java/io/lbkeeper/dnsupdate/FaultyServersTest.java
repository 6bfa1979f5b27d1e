package io.lbkeeper.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/** Whatever a server does, an operation ends in time, and is never told as done, nor records as absent. */
class FaultyServersTest extends DnsUpdateTestBase {
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(30);
    private static final String DESIRED = "lb1 60 A 192.0.2.1";
    private final SignedServer server = new SignedServer();
    private final Random random = new Random(7);

    private Map<String, DnsFront.Behaviour> faults() {
        Map<String, DnsFront.Behaviour> faults = new TreeMap<>();
        faults.put("silent", (ask, isTcp, out) -> { });
        faults.put("rubbish", (ask, isTcp, out) -> {
            byte[] rubbish = new byte[random.nextInt(600)];
            random.nextBytes(rubbish);
            out.send(rubbish);
        });
        faults.put("cut short", (ask, isTcp, out) -> out.send(Arrays.copyOf(whole(ask, isTcp), 20)));
        faults.put("another id", (ask, isTcp, out) -> {
            byte[] answer = server.answer(ask);
            answer[0] ^= 1;
            out.send(isTcp ? DnsFront.withLength(answer) : answer);
        });
        faults.put("an answer to another question", (ask, isTcp, out) -> {
            Message answer = new Message(server.answer(ask));
            answer.removeAllRecords(0);
            answer.addRecord(ServerChoice.soaQuery(Name.root).getQuestion(), 0);
            out.send(isTcp ? DnsFront.withLength(answer.toWire()) : answer.toWire());
        });
        faults.put("the question itself", (ask, isTcp, out) -> out.send(isTcp ? DnsFront.withLength(ask) : ask));
        faults.put("closes the connection", (ask, isTcp, out) -> {
            if (isTcp) {
                throw new IOException("closed");
            }
            out.send(truncated(ask));
        });
        faults.put("drips", (ask, isTcp, out) -> {
            if (!isTcp) {
                out.send(truncated(ask));
                return;
            }
            for (byte one : whole(ask, true)) {
                out.send(new byte[] {one});
                new CountDownLatch(1).await(150, TimeUnit.MILLISECONDS);
            }
        });
        return faults;
    }

    private byte[] whole(byte[] ask, boolean isTcp) throws IOException {
        return isTcp ? DnsFront.withLength(server.answer(ask)) : server.answer(ask);
    }

    private byte[] truncated(byte[] ask) throws IOException {
        Message answer = new Message(new Message(ask).getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.TC);
        answer.getHeader().setOpcode(new Message(ask).getHeader().getOpcode());
        answer.addRecord(new Message(ask).getQuestion(), 0);
        return answer.toWire();
    }

    @Test
    void anOperationEndsInTimeAndIsNeitherDoneNorLost() {
        faults().forEach((fault, behaviour) -> assertTimeoutPreemptively(FAR_TOO_LONG, () -> {
            for (String way : new String[] {"", "&tcp=true"}) {
                try (DnsFront front = new DnsFront(behaviour)) {
                    String options = "timeout=300&servers=" + front.address() + way;
                    assertThat(failure(read(options, "lb1.example.com"))).as("a read, %s%s", fault, way)
                            .isEqualTo(DnsFailureKind.NO_ANSWER);
                    boolean isRead = way.isEmpty() && (fault.startsWith("closes") || fault.equals("drips"));
                    if (!isRead) {
                        assertThat(failure(replace(options, DESIRED))).as("a change, %s%s", fault, way)
                                .isEqualTo(DnsFailureKind.NO_ANSWER);
                    }
                }
            }
        }, fault));
    }

    @Test
    void whatIsTooLongForADatagramIsAskedAgainOverTcp() throws Exception {
        replaceInZone();
        try (DnsFront front = new DnsFront((ask, isTcp, out) -> out.send(isTcp ? whole(ask, true)
                : truncated(ask)))) {
            assertThat(records("servers=" + front.address(), "lb1.example.com"))
                    .containsExactly("lb1.example.com. 60 IN A 192.0.2.1");
        }
    }

    /** As a resolver's cache answers, also of a name that is not there any more, or not yet. */
    @Test
    void anAnswerWithoutAuthorityIsNoAbsence() throws Exception {
        try (DnsFront front = DnsFront.of(ask -> {
            byte[] answer = server.answer(ask);
            answer[2] &= ~4;
            return answer;
        })) {
            assertThat(failure(read("servers=" + front.address(), "lb1.example.com")))
                    .isEqualTo(DnsFailureKind.NOT_AUTHORITATIVE);
        }
    }

    @Test
    void aConnectionThatEndsAfterEachAnswerIsOpenedAgain() throws Exception {
        replaceInZone();
        try (DnsFront front = new DnsFront((ask, isTcp, out) -> {
            out.send(whole(ask, isTcp));
            throw new IOException("one answer is enough");
        })) {
            assertThat(records("tcp=true&timeout=20000&servers=" + front.address(), "lb1.example.com")).hasSize(1);
        }
    }

    /** With so many the first answer, and the end of the connection, come while they are being sent. */
    @Test
    void aConnectionThatEndsWhileQuestionsAreSentHasBroughtItsAnswers() throws Exception {
        replaceInZone();
        String[] names = IntStream.range(0, 60).mapToObj(i -> i == 0 ? "lb1.example.com" : "n" + i + ".example.com")
                .toArray(String[]::new);
        try (DnsFront front = new DnsFront((ask, isTcp, out) -> {
            out.send(whole(ask, isTcp));
            throw new IOException("one answer is enough");
        })) {
            assertThat(records("tcp=true&timeout=20000&servers=" + front.address(), names)).hasSize(1);
        }
    }

    @Test
    void aLostDatagramIsSentAgain() throws Exception {
        replaceInZone();
        Map<String, Integer> tries = new TreeMap<>();
        try (DnsFront front = DnsFront.of(ask -> tries.merge(new Message(ask).getQuestion().toString(), 1,
                Integer::sum) == 1 ? null : server.answer(ask))) {
            assertThat(records("timeout=4000&servers=" + front.address(), "lb1.example.com")).hasSize(1);
        }
    }

    /** The server has done it, and only its answer is lost: what it says of the second try proves nothing. */
    @Test
    void aSwapWhoseFirstAnswerIsLostIsInDoubtAndNotLost() throws Exception {
        Map<Integer, Integer> tries = new TreeMap<>();
        try (DnsFront front = DnsFront.of(ask -> {
            byte[] answer = server.answer(ask);
            boolean isFirstUpdate = new Message(ask).getHeader().getOpcode() == 5 && tries.merge(5, 1, Integer::sum)
                    == 1;
            return isFirstUpdate ? null : answer;
        })) {
            Exchange swap = swap("timeout=600&servers=" + front.address(), "", DESIRED);
            assertThat(failure(swap)).isEqualTo(DnsFailureKind.NO_ANSWER);
            assertThat(swap.getException()).hasMessageContaining("perhaps by an earlier try of this update");
            assertThat(records("servers=" + front.address(), "lb1.example.com")).hasSize(1);
        }
    }

    private void replaceInZone() throws Exception {
        try (DnsFront front = server.start()) {
            assertThat(replace("servers=" + front.address(), DESIRED).getException()).isNull();
        }
    }
}
