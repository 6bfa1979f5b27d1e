package io.lbkeeper.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/** Against the local Route 53's DNS and servers that misbehave. */
class DnsServersTest {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final DnsServers servers = new DnsServers();
    private LocalRoute53 route53;
    private volatile boolean askedToRecurse = true;
    private String good;

    @BeforeEach
    void start() throws Exception {
        HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
        zone.change(List.of(create("lb.example.com.", RecordType.A, "203.0.113.10"),
                create("six.example.com.", RecordType.AAAA, "2001:db8::10")));
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(zone), Duration.ZERO);
        good = "127.0.0.1:" + route53.dnsPort();
    }

    @AfterEach
    void stop() {
        route53.close();
    }

    @Test
    void addressesComeWithTheirTtlAndTheZonesSerial() {
        assertThat(ask("lb.example.com", "A", good)).containsExactly(
                new ServerAnswer.Told(good, Set.of("203.0.113.10"), Duration.ofSeconds(30), OptionalLong.of(1)));
        assertThat(ask("six.example.com", "AAAA", good)).containsExactly(
                new ServerAnswer.Told(good, Set.of("2001:db8:0:0:0:0:0:10"), Duration.ofSeconds(30),
                        OptionalLong.of(1)));
        String byName = good.replace("127.0.0.1", "localhost");
        assertThat(ask("lb.example.com", "A", byName)).singleElement().isInstanceOf(ServerAnswer.Told.class);
    }

    @Test
    void whatIsNotThereIsAnAnswerTooAndAnotherZoneIsRefused() {
        assertThat(ask("none.example.com", "A", good)).containsExactly(
                new ServerAnswer.Told(good, Set.of(), Duration.ZERO, OptionalLong.of(1)));
        assertThat(ask("example.com", "A", good)).as("where the SOA is").containsExactly(
                new ServerAnswer.Told(good, Set.of(), Duration.ZERO, OptionalLong.of(1)));
        assertThat(ask("lb.example.org", "A", good)).containsExactly(new ServerAnswer.Refused(good, "REFUSED"));
    }

    @Test
    void aResolverInBetweenIsNotTakenForTheZonesServer() throws Exception {
        try (DatagramSocket resolver = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answerWithoutAuthority(resolver), "resolver");
            thread.start();
            String server = "127.0.0.1:" + resolver.getLocalPort();
            assertThat(ask("lb.example.com", "A", server)).containsExactly(
                    new ServerAnswer.Refused(server, "an answer without authority for the zone"));
            thread.join();
            assertThat(askedToRecurse).as("asked to recurse").isFalse();
        }
    }

    @Test
    void allAreAskedAtOnceAndNoneTakesLongerThanTheDeadline() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String mute = "127.0.0.1:" + silent.getLocalPort();
            long start = System.nanoTime();
            List<ServerAnswer> answers = ask("lb.example.com", "A", mute, good, "nowhere.invalid", mute);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("for two silent servers, with some slack")
                    .isLessThan(DEADLINE.multipliedBy(2).minusMillis(200));
            assertThat(answers).extracting(ServerAnswer::server).containsExactly(mute, good, "nowhere.invalid", mute);
            assertThat(answers.get(0)).isInstanceOf(ServerAnswer.Silent.class);
            assertThat(answers.get(1)).isInstanceOf(ServerAnswer.Told.class);
            assertThat(answers.get(2)).isInstanceOf(ServerAnswer.Silent.class);
        }
    }

    private List<ServerAnswer> ask(String name, String type, String... who) {
        return servers.ask(new ServerQuestion(name, type, List.of(who)), DEADLINE);
    }

    private void answerWithoutAuthority(DatagramSocket resolver) {
        try {
            askedToRecurse = false;
            // Once for the addresses and once for the serial, in any order.
            for (int question = 0; question < 2; question++) {
                DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                resolver.receive(packet);
                Message answer = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                askedToRecurse |= answer.getHeader().getFlag(Flags.RD);
                answer.getHeader().setFlag(Flags.QR);
                byte[] wire = answer.toWire();
                resolver.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordChange create(String name, RecordType type, String value) {
        return RecordChange.create(ResourceRecordSet.simple(name, type, Duration.ofSeconds(30), value));
    }
}
