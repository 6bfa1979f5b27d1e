package io.lbkeeper.localroute53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.LocalEndpoint;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The two sockets of DNS, with good clients and with bad ones. */
class DnsFrontTest {
    private LocalEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        endpoint = new LocalEndpoint();
        endpoint.zone().change(List.of(
                RecordChange.create(ResourceRecordSet.simple("lb.example.com", RecordType.A, Duration.ofSeconds(60),
                        "192.0.2.1")),
                RecordChange.create(ResourceRecordSet.simple("big.example.com", RecordType.A, Duration.ofSeconds(60),
                        IntStream.range(0, 100).mapToObj(i -> "10.0.0." + i).toArray(String[]::new)))));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private static Message query(String name, int type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN));
    }

    private SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(endpoint.dns());
        resolver.setTimeout(Duration.ofSeconds(5));
        resolver.setEDNS(-1);
        return resolver;
    }

    private static DnsResponder responder(HostedZone... zones) {
        return new DnsResponder(new ZoneCatalog(List.of(zones)), new Random());
    }

    private void assertServing() throws IOException {
        Message answer = resolver().send(query("lb.example.com.", Type.A));
        assertThat(answer.getSection(Section.ANSWER)).extracting(Record::rdataToString).containsExactly("192.0.2.1");
    }

    @Test
    void oneNameIsAnsweredOverUdpAndTcp() throws Exception {
        assertServing();
        SimpleResolver tcp = resolver();
        tcp.setTCP(true);
        Message answer = tcp.send(query("lb.example.com.", Type.A));
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getHeader().getFlag(Flags.RA)).isFalse();
        assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void anAnswerTooLargeForUdpIsCutAndWholeOverTcp() throws Exception {
        SimpleResolver plain = resolver();
        plain.setIgnoreTruncation(true);
        Message cut = plain.send(query("big.example.com.", Type.A));
        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(cut.numBytes()).isLessThanOrEqualTo(512);
        assertThat(resolver().send(query("big.example.com.", Type.A)).getSection(Section.ANSWER)).hasSize(100);
    }

    @Test
    void theUdpSizeOfEdnsIsObeyed() throws Exception {
        endpoint.zone().change(List.of(RecordChange.create(ResourceRecordSet.simple("mid.example.com", RecordType.A,
                Duration.ofSeconds(60), IntStream.range(0, 50).mapToObj(i -> "10.0.0." + i).toArray(String[]::new)))));
        SimpleResolver edns = resolver();
        edns.setIgnoreTruncation(true);
        edns.setEDNS(0, 1232, 0, List.of());
        Message whole = edns.send(query("mid.example.com.", Type.A));
        assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
        assertThat(whole.getSection(Section.ANSWER)).hasSize(50);
        assertThat(whole.getOPT().getPayloadSize()).isEqualTo(1232);
        edns.setEDNS(0, 600, 0, List.of());
        Message cut = edns.send(query("mid.example.com.", Type.A));
        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(cut.numBytes()).isBetween(12, 600);
        assertThat(cut.getOPT()).isNotNull();
        edns.setEDNS(0, 65_000, 0, List.of());
        assertThat(edns.send(query("big.example.com.", Type.A)).numBytes()).isLessThanOrEqualTo(1232);
    }

    @Test
    void aTcpConnectionTakesSeveralMessages() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", endpoint.local.dnsPort())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            List<Integer> ids = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Message query = query("lb.example.com.", Type.A);
                ids.add(query.getHeader().getID());
                write(out, query.toWire());
            }
            for (int id : ids) {
                assertThat(read(socket).getHeader().getID()).isEqualTo(id);
            }
        }
    }

    private static void write(DataOutputStream out, byte[] message) throws IOException {
        out.writeShort(message.length);
        out.write(message);
        out.flush();
    }

    private static Message read(Socket socket) throws IOException {
        socket.setSoTimeout(5000);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        return new Message(message);
    }

    @Test
    void manySilentConnectionsShutNobodyOut() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * DnsConnections.LIMIT; i++) {
                silent.add(new Socket("127.0.0.1", endpoint.local.dnsPort()));
            }
            SimpleResolver tcp = resolver();
            tcp.setTCP(true);
            assertThat(tcp.send(query("lb.example.com.", Type.A)).getRcode()).isEqualTo(Rcode.NOERROR);
            silent.get(0).setSoTimeout(5000);
            assertThat(silent.get(0).getInputStream().read()).as("the oldest connection is closed").isEqualTo(-1);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void aDribblingConnectionIsClosedInTime() throws Exception {
        Duration limit = Duration.ofMillis(500);
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (DnsConnections connections = new DnsConnections(listener, responder(),
                limit); Socket socket = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            assertThat(connections).isNotNull();
            long begun = System.nanoTime();
            socket.setSoTimeout(20);
            await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(50)).until(() -> hungUp(socket));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(limit.dividedBy(2),
                    limit.plusSeconds(5));
        }
    }

    /** Sends one more octet of a long message, and looks whether the server is still there. */
    private static boolean hungUp(Socket socket) {
        try {
            socket.getOutputStream().write(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void whatIsNoQueryIsAnsweredInItsKind() throws Exception {
        Message update = query("example.com.", Type.SOA);
        update.getHeader().setOpcode(Opcode.UPDATE);
        assertThat(resolver().send(update).getRcode()).isEqualTo(Rcode.NOTIMP);
        assertThat(resolver().send(query("example.com.", Type.IXFR)).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(resolver().send(query("www.example.org.", Type.A)).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(resolver().send(query(".", Type.NS)).getRcode()).isEqualTo(Rcode.REFUSED);
        Message chaos = Message.newQuery(Record.newRecord(Name.fromString("example.com."), Type.TXT, DClass.CH));
        assertThat(resolver().send(chaos).getRcode()).isEqualTo(Rcode.REFUSED);
        byte[] noQuestion = query("lb.example.com.", Type.A).toWire();
        noQuestion[5] = 0;
        assertThat(exchange(noQuestion).getRcode()).isEqualTo(Rcode.FORMERR);
        byte[] cutOff = Arrays.copyOf(query("lb.example.com.", Type.A).toWire(), 20);
        assertThat(exchange(cutOff).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    private Message exchange(byte[] query) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(5000);
            socket.send(new DatagramPacket(query, query.length, endpoint.dns()));
            DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
            socket.receive(answer);
            assertThat(answer.getData()).startsWith(query[0], query[1]);
            return new Message(Arrays.copyOf(answer.getData(), answer.getLength()));
        }
    }

    @Test
    void rubbishLeavesItServing() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("DnsFrontTest.rubbishLeavesItServing seed " + seed);
        Random random = new Random(seed);
        byte[] good = query("lb.example.com.", Type.A).toWire();
        DnsResponder responder = responder(endpoint.zone());
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 5000; i++) {
                byte[] octets = i % 2 == 0 ? good.clone() : new byte[random.nextInt(600)];
                if (i % 2 == 0) {
                    octets[random.nextInt(octets.length)] = (byte) random.nextInt();
                    octets[random.nextInt(octets.length)] = (byte) random.nextInt();
                } else {
                    random.nextBytes(octets);
                }
                assertThat(responder.overUdp(octets).map(answer -> answer.length).orElse(12)).as("seed %d", seed)
                        .isBetween(12, DnsResponder.UDP_LIMIT_OCTETS);
                socket.send(new DatagramPacket(octets, octets.length, endpoint.dns()));
            }
        }
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket("127.0.0.1", endpoint.local.dnsPort())) {
                byte[] octets = new byte[random.nextInt(200)];
                random.nextBytes(octets);
                socket.getOutputStream().write(octets);
            }
        }
        // The flood may still fill the socket's buffer, and then a datagram is lost.
        await().atMost(Duration.ofSeconds(20)).ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(this::assertServing);
    }
}
