package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;

/** The real process with its 64 MB, under clients that mean it harm. It ends itself where memory runs out. */
class LocalRoute53SiegeIT {
    private static final int MEGABYTE = 1 << 20;
    private static final String NAMESPACE = "xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";
    private LocalRoute53Process local;

    @BeforeEach
    void start() throws Exception {
        local = new LocalRoute53Process();
    }

    @AfterEach
    void stop() {
        local.close();
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", local.apiPort));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void assertServing() {
        try (Route53Client client = local.client()) {
            assertThat(client.listHostedZones().hostedZones()).as("it printed %s", local.printed()).hasSize(1);
        }
    }

    @Test
    void manyLargeBodiesAtOnceLeaveItServing() throws Exception {
        String body = "<ChangeResourceRecordSetsRequest " + NAMESPACE + ">" + "<a/>".repeat((MEGABYTE - 200) / 4)
                + "</ChangeResourceRecordSetsRequest>";
        String request = "POST /2013-04-01/hostedzone/ZEXAMPLE/rrset HTTP/1.1\r\nHost: x\r\nAuthorization: x\r\n"
                + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        ExecutorService clients = Executors.newFixedThreadPool(40);
        for (int i = 0; i < 40; i++) {
            clients.submit(() -> {
                try (Socket socket = send(request)) {
                    return socket.getInputStream().readAllBytes();
                } catch (SocketException e) {
                    // It is one of those that were too many.
                    return new byte[0];
                }
            });
        }
        clients.shutdown();
        assertServing();
        assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertServing();
    }

    @Test
    void answersThatNobodyReadsLeaveItServing() throws Exception {
        try (Route53Client client = local.client()) {
            for (int i = 0; i < 60; i++) {
                String name = "t" + i + ".example.com";
                List<ResourceRecord> values = new ArrayList<>();
                for (int j = 100; j < 200; j++) {
                    values.add(ResourceRecord.builder().value("\"" + "x".repeat(240) + j + "\"").build());
                }
                client.changeResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE").changeBatch(b -> b.changes(
                        Change.builder().action("CREATE").resourceRecordSet(s -> s.name(name).type(RRType.TXT).ttl(1L)
                                .resourceRecords(values)).build())));
            }
        }
        List<Socket> lazy = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                lazy.add(send("GET /2013-04-01/hostedzone/ZEXAMPLE/rrset HTTP/1.1\r\nHost: x\r\n"
                        + "Authorization: x\r\n\r\n"));
            }
            for (int i = 0; i < 20; i++) {
                assertServing();
            }
            assertThat(local.terminate(10)).as("it ends when told to").isTrue();
            assertThat(local.rest()).as("what it printed").isEmpty();
        } finally {
            for (Socket socket : lazy) {
                socket.close();
            }
        }
    }
}
