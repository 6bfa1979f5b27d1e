package io.lbkeeper.localroute53.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.LocalEndpoint;
import io.lbkeeper.localroute53.zone.RecordType;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The octets on the wire, where the SDK would hide them; and clients that are no SDK. */
class ApiWireTest {
    private static final String NAMESPACE = "xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";
    private static final String RECORD = "<Change><Action>CREATE</Action><ResourceRecordSet><Name>a.example.com</Name>"
            + "<Type>A</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord>"
            + "</ResourceRecords></ResourceRecordSet></Change>";
    private static final String GOOD = "<ChangeResourceRecordSetsRequest " + NAMESPACE + "><ChangeBatch><Changes>"
            + RECORD + "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>";
    private static final String MARKS = "<>&;\"'\0]>-/%\\*. ";
    private static final String RRSET = "/2013-04-01/hostedzone/ZEXAMPLE/rrset/";
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LocalEndpoint endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = new LocalEndpoint();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(endpoint.api() + path)).header("Authorization", "any")
                .timeout(Duration.ofSeconds(20)).method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private static String error(String code, String message) {
        return "<ErrorResponse " + NAMESPACE + "><Error><Type>Sender</Type><Code>" + code + "</Code><Message>"
                + message;
    }

    @Test
    void idsHaveTheirPrefixOnTheWire() throws Exception {
        HttpResponse<String> change = send("POST", RRSET, GOOD);
        assertThat(change.statusCode()).isEqualTo(200);
        assertThat(change.body()).contains("<Id>/change/C", "<Status>PENDING</Status>");
        assertThat(send("GET", "/2013-04-01/hostedzone/ZEXAMPLE", "").body()).contains("<Id>/hostedzone/ZEXAMPLE</Id>");
    }

    @Test
    void aRequestWithoutCredentialsIsRefused() throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(endpoint.api() + RRSET)).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(error("MissingAuthenticationToken", "Missing Authentication Token"));
        assertThat(answer.headers().firstValue("x-amzn-RequestId").orElseThrow())
                .isEqualTo(answer.body().replaceAll("(?s).*<RequestId>(.*)</RequestId>.*", "$1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2013-04-01/hostedzone/ZEXAMPLE/rrset", "/2013-04-01/hostedzone/ZEXAMPLE/rrset/",
        "/2013-04-01/hostedzone//hostedzone/ZEXAMPLE/rrset/", "/2013-04-01/hostedzone/%2Fhostedzone%2FZEXAMPLE/rrset/"})
    void aZoneIdMayHaveItsPrefix(String path) throws Exception {
        assertThat(send("POST", path, GOOD).statusCode()).isEqualTo(200);
        assertThat(send("GET", path, "").body()).contains("<Name>a.example.com.</Name>");
    }

    @Test
    void aBodyIsJudgedInAwsWords() throws Exception {
        assertRefused("<ChangeBatch " + NAMESPACE + "/>", "MalformedInput",
                "ChangeBatch is not valid, expected ChangeResourceRecordSetsRequest");
        assertRefused(GOOD.replace("<Type>A</Type>", "<Type>A</Type><Type>A</Type>"), "InvalidInput",
                "Invalid XML ; cvc-complex-type.2.4.a: Invalid content was found starting with element");
        assertRefused(GOOD.replace("<Type>A</Type>", ""), "InvalidInput",
                "Invalid XML ; cvc-complex-type.2.4.b: The content of element 'ResourceRecordSet' is not complete.");
        assertRefused(GOOD.replace(NAMESPACE, ""), "InvalidInput",
                "Invalid XML ; cvc-elt.1.a: Cannot find the declaration of element 'ChangeResourceRecordSetsRequest'.");
        assertRefused(GOOD.replace("CREATE", "REPLACE"), "InvalidInput", "Invalid XML ; cvc-enumeration-valid");
        assertRefused(GOOD.replace("60", "sixty"), "InvalidInput", "Invalid XML ; cvc-datatype-valid");
        assertRefused(GOOD.substring(0, GOOD.length() - 5), "MalformedInput", "The body is not well-formed XML");
        assertRefused("", "MalformedInput", "The body is not well-formed XML");
        assertThat(endpoint.zone().records()).as("a refused body left a trace").hasSize(2);
    }

    private void assertRefused(String body, String code, String message) throws Exception {
        HttpResponse<String> answer = send("POST", RRSET, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(error(code, message));
    }

    /** As botocore's users write their dictionaries. */
    @Test
    void theElementsOfAStructureComeInAnyOrder() throws Exception {
        String turned = GOOD.replace("<Name>a.example.com</Name><Type>A</Type><TTL>60</TTL>", "")
                .replace("</ResourceRecords>", "</ResourceRecords><Type>A</Type><TTL>6</TTL><Name>b.example.com</Name>")
                .replace("<Action>CREATE</Action>", "").replace("</Change>", "<Action>CREATE</Action></Change>");
        assertThat(send("POST", RRSET, turned).statusCode()).isEqualTo(200);
        assertThat(endpoint.zone().find("b.example.com", RecordType.A)).isPresent();
    }

    @Test
    void noEntityIsExpanded() throws Exception {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"192.0.2.1\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        assertRefused(laughs + GOOD.replace("192.0.2.1", "&b;"), "MalformedInput", "The body is not well-formed XML:"
                + " DOCTYPE is disallowed");
        assertRefused(laughs + GOOD, "MalformedInput", "The body is not well-formed XML: DOCTYPE is disallowed");
    }

    @Test
    void aDeepBodyIsRefused() throws Exception {
        assertRefused("<x>".repeat(30_000), "MalformedInput", "The body is not well-formed XML: JAXP00010006");
    }

    @Test
    void aBodyOfAnySizeIsReadWhole() throws Exception {
        for (int size : List.of(1, 16_383, 16_384, 16_385, 70_000)) {
            String comment = "<!--" + "y".repeat(Math.max(0, size - GOOD.length() - 7)) + "-->";
            String body = GOOD.replace("CREATE", "UPSERT") + comment;
            assertThat(send("POST", RRSET, body).statusCode()).as("a body of %d", body.length()).isEqualTo(200);
        }
    }

    @Test
    void anEndlessBodyIsCut() throws Exception {
        HttpResponse<String> answer = send("POST", RRSET, "<x>" + "y".repeat(1 << 20));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("RequestEntityTooLarge");
        assertThat(send("POST", RRSET, GOOD).statusCode()).isEqualTo(200);
    }

    /** In memory each of these would be many times its size; a few such bodies at once took all that there is. */
    @ParameterizedTest
    @ValueSource(strings = {"<a/>x", "<a b=''/>", "<a/>", "<!---->x"})
    void aBodyOfVeryManyPiecesIsCutBeforeItIsBuilt(String piece) throws Exception {
        String body = "<ChangeResourceRecordSetsRequest " + NAMESPACE + ">" + piece.repeat(1_000_000 / piece.length())
                + "</ChangeResourceRecordSetsRequest>";
        HttpResponse<String> answer = send("POST", RRSET, body);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<Code>RequestEntityTooLarge</Code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /2013-04-01", "GET /2012-12-12/hostedzone/ZEXAMPLE",
        "POST /2013-04-01/change/C1", "PUT /2013-04-01/hostedzone/ZEXAMPLE", "DELETE /2013-04-01/hostedzone",
        "PUT /2013-04-01/hostedzone/ZEXAMPLE/rrset",
        "GET /2013-04-01/hostedzone/ZEXAMPLE/rrset/more", "GET /%00%01"})
    void unknownCallsAreNotFound(String call) throws Exception {
        HttpResponse<String> answer = send(call.split(" ")[0], call.split(" ")[1], "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<Code>UnknownOperation</Code>").doesNotContain("\0");
    }

    @Test
    void aHeadRequestHasNoBody() throws Exception {
        HttpResponse<String> answer = send("HEAD", "/2013-04-01/hostedzone", "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    /** More clients than threads, each with half a request: they are dropped in time, and the next is served. */
    @Test
    void unfinishedRequestsGiveTheirThreadsBack() throws Exception {
        List<Socket> stuck = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket("127.0.0.1", endpoint.local.apiPort());
                socket.getOutputStream().write(("POST " + RRSET + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
                        + (i % 2 == 0 ? "\r\n<x" : "")).getBytes(StandardCharsets.US_ASCII));
                stuck.add(socket);
            }
            // A request that waited behind them as long may be dropped with them.
            await().atMost(Duration.ofSeconds(30)).ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> send("GET", RRSET, "").statusCode() == 200);
        } finally {
            for (Socket socket : stuck) {
                socket.close();
            }
        }
    }

    /** Nagle's algorithm against delayed acknowledgements costs 40 ms for each answer of a kept connection. */
    @Test
    void answersOfAKeptConnectionAreNotHeldBack() throws Exception {
        byte[] request = ("GET /2013-04-01/hostedzone/ZEXAMPLE HTTP/1.1\r\nHost: x\r\nAuthorization: any\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        List<Long> tookNanos = new ArrayList<>();
        try (Socket socket = new Socket("127.0.0.1", endpoint.local.apiPort())) {
            socket.setTcpNoDelay(true);
            for (int i = 0; i < 60; i++) {
                long begun = System.nanoTime();
                socket.getOutputStream().write(request);
                readTo(socket.getInputStream(), "</GetHostedZoneResponse>");
                tookNanos.add(System.nanoTime() - begun);
            }
        }
        Collections.sort(tookNanos);
        assertThat(Duration.ofNanos(tookNanos.get(tookNanos.size() / 2))).as("the median answer time")
                .isLessThan(Duration.ofMillis(20));
    }

    private static void readTo(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int octet = in.read();
            assertThat(octet).as("the connection ended after %s", read).isNotNegative();
            read.append((char) octet);
        }
    }

    @Test
    void rubbishIsRefusedAndLeavesItServing() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("ApiWireTest.rubbishIsRefusedAndLeavesItServing seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            String body = spoil(GOOD, random);
            HttpResponse<String> answer = send("POST", RRSET, body);
            assertThat(answer.statusCode()).as("seed %d, body %s: %s", seed, body, answer.body()).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("InternalFailure");
        }
        for (int i = 0; i < 300; i++) {
            byte[] octets = new byte[random.nextInt(400)];
            random.nextBytes(octets);
            try (Socket socket = new Socket("127.0.0.1", endpoint.local.apiPort())) {
                socket.getOutputStream().write(octets);
            }
        }
        assertThat(send("GET", RRSET, "").statusCode()).as("seed %d", seed).isEqualTo(200);
    }

    private static String spoil(String good, Random random) {
        StringBuilder body = new StringBuilder(good);
        for (int times = random.nextInt(3); times >= 0; times--) {
            int at = random.nextInt(body.length());
            int end = Math.min(body.length(), at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> body.delete(at, end);
                case 1 -> body.insert(at, body.substring(at, end));
                case 2 -> body.setCharAt(at, (char) random.nextInt(0x300));
                default -> body.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
            }
        }
        return body.toString();
    }
}
