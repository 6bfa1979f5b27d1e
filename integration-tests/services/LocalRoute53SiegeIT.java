package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;

/** The real process with its 64 MB, under clients that mean it harm. It ends itself where memory runs out. */
class LocalRoute53SiegeIT {
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

    @ParameterizedTest
    @CsvSource({"<a/>, 262000", "<a/>x, 200000", "<a/>x, 79000", "<a b=\"\"/>, 39000"})
    void manyLargeBodiesAtOnceLeaveItServing(String piece, int pieces) throws Exception {
        fill();
        String request = request(piece.repeat(pieces));
        ExecutorService clients = Executors.newFixedThreadPool(40);
        for (int i = 0; i < 40; i++) {
            clients.submit(() -> {
                try (Socket socket = send(request)) {
                    return socket.getInputStream().readNBytes(12);
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
    void manySmallBodiesAtOnceLeaveItServing() throws Exception {
        fill();
        String request = request("<a/>x".repeat(3200));
        ExecutorService clients = Executors.newFixedThreadPool(128);
        List<Callable<Integer>> tasks = Collections.nCopies(128, () -> {
            try (Socket socket = send("")) {
                for (int i = 0; i < 40; i++) {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                    skipAnswer(socket.getInputStream());
                }
                return 40;
            }
        });
        for (Future<Integer> answered : clients.invokeAll(tasks)) {
            assertThat(answered).as("it printed %s", local.printed()).succeedsWithin(Duration.ofMinutes(1));
        }
        clients.shutdown();
        assertServing();
    }

    private static void skipAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("no answer, but " + head);
            }
            head.append((char) octet);
        }
        in.skipNBytes(Integer.parseInt(head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1")));
    }

    private static String request(String content) {
        String body = "<ChangeResourceRecordSetsRequest " + NAMESPACE + ">" + content
                + "</ChangeResourceRecordSetsRequest>";
        return "POST /2013-04-01/hostedzone/ZEXAMPLE/rrset HTTP/1.1\r\nHost: x\r\nAuthorization: x\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Nearly as many records as a zone may have. */
    private void fill() {
        try (Route53Client client = local.client()) {
            for (int i = 0; i < 9900; i += 990) {
                List<Change> changes = IntStream.range(i, i + 990).mapToObj(n -> Change.builder().action("CREATE")
                        .resourceRecordSet(s -> s.name("r" + n + ".example.com").type(RRType.A).ttl(1L)
                                .resourceRecords(ResourceRecord.builder().value("192.0.2.1").build()))
                        .build()).toList();
                client.changeResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE").changeBatch(b -> b.changes(changes)));
            }
        }
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
