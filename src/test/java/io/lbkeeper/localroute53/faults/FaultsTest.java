package io.lbkeeper.localroute53.faults;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.send;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.LocalEndpoint;
import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.zone.RecordType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** What the AWS SDK sees of each fault, and what was applied. */
class FaultsTest {
    private static final Change CREATE = change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.1"));
    private LocalEndpoint endpoint;
    private Faults faults;
    private Route53Client client;

    @BeforeEach
    void start() throws IOException {
        endpoint = new LocalEndpoint();
        faults = endpoint.local.faults();
        client = endpoint.client();
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    private boolean applied() {
        return endpoint.zone().find("a.example.com", RecordType.A).isPresent();
    }

    private Route53Exception refusal() {
        Route53Exception refusal = catchThrowableOfType(Route53Exception.class, () -> send(client, CREATE));
        assertThat(refusal).as("the call was answered well, with the faults %s", faults.standing()).isNotNull();
        return refusal;
    }

    @Test
    void theFirstCallsOfOneKindAreThrottled() {
        faults.add("throttle:ChangeResourceRecordSets:3");
        for (int i = 0; i < 3; i++) {
            Route53Exception refusal = refusal();
            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(refusal.isThrottlingException()).isTrue();
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("Throttling");
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
            assertThat(client.listHostedZones().hostedZones()).as("calls of another kind are not struck").hasSize(1);
        }
        assertThat(applied()).isFalse();
        send(client, CREATE);
        assertThat(applied()).isTrue();
        assertThat(faults.standing()).containsExactly(new Faults.Standing(
                Fault.parse("throttle:ChangeResourceRecordSets:3"), 4, 3));
    }

    @Test
    void aPriorRequestStopsChangesOnly() {
        faults.add("prior-request");
        Route53Exception refusal = refusal();
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("PriorRequestNotComplete");
        assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(
                "The request was rejected because Route 53 was still processing a prior request.");
        assertThat(client.listHostedZones().hostedZones()).hasSize(1);
        assertThat(applied()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"error-500,500,InternalFailure,false", "error-503,503,ServiceUnavailable,false",
        "bare-500,500,,false", "bare-503,503,,false", "error-after,500,InternalFailure,true"})
    void serverErrorsComeWithAndWithoutABody(String fault, int status, String code, boolean applied) {
        faults.add(fault);
        Route53Exception refusal = refusal();
        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(applied()).isEqualTo(applied);
    }

    @ParameterizedTest
    @CsvSource({"drop-before,false", "drop-after,true", "cut-body,true"})
    void aDroppedAnswerTellsNothing(String fault, boolean applied) {
        faults.add(fault + ":ChangeResourceRecordSets:1");
        assertThatThrownBy(() -> send(client, CREATE)).isInstanceOf(SdkClientException.class);
        assertThat(client.listResourceRecordSets(r -> r.hostedZoneId(LocalEndpoint.ZONE)).resourceRecordSets())
                .as("re-read after %s", fault).hasSize(applied ? 3 : 2);
    }

    @ParameterizedTest
    @CsvSource({"delay-before=60s,false", "delay-after=60s,true", "lost-api,false"})
    void aCallMayOutlastItsCaller(String fault, boolean applied) {
        faults.add(fault + ":ChangeResourceRecordSets");
        assertThatThrownBy(() -> client.changeResourceRecordSets(r -> r.hostedZoneId(LocalEndpoint.ZONE)
                .changeBatch(b -> b.changes(CREATE)).overrideConfiguration(o -> o.apiCallTimeout(
                        Duration.ofSeconds(2))))).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(faults.standing().get(0).struck()).isOne();
        assertThat(applied()).as("applied under %s", fault).isEqualTo(applied);
    }

    @Test
    void delaysAddUpAndThenItIsAnswered() {
        faults.add("delay-before=100ms");
        faults.add("delay-after=200ms:*:1");
        faults.add("throttle:GetHostedZone");
        long begun = System.nanoTime();
        send(client, CREATE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("it waited").isGreaterThanOrEqualTo(
                Duration.ofMillis(300));
        assertThatThrownBy(() -> client.getHostedZone(r -> r.id(LocalEndpoint.ZONE)))
                .hasMessageContaining("Rate exceeded");
        assertThat(faults.standing()).extracting(Faults.Standing::struck).containsExactly(2L, 1L, 1L);
    }

    @Test
    void noFaultStrikesACallThatAnotherHasDecided() {
        faults.add("throttle:*:1");
        faults.add("drop-after:*:1");
        assertThat(refusal().isThrottlingException()).isTrue();
        assertThatThrownBy(() -> send(client, CREATE)).isInstanceOf(SdkClientException.class);
        assertThat(applied()).isTrue();
        assertThat(client.listHostedZones().hostedZones()).hasSize(1);
    }

    /** More callers than the front has threads: none of them holds one. */
    @Test
    void dnsAndTheOperatorAreHeardWhileTheApiIsLost() throws Exception {
        faults.add("lost-api");
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 140; i++) {
                Socket socket = new Socket("127.0.0.1", endpoint.local.apiPort());
                waiting.add(socket);
                socket.getOutputStream().write(("GET /2013-04-01/hostedzone HTTP/1.1\r\nHost: x\r\n"
                        + "Authorization: any\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            await("all calls; the HTTP server may allow too few connections: " + System.getProperty(
                    "jdk.httpserver.maxConnections")).atMost(Duration.ofSeconds(30)).until(
                            () -> faults.standing().get(0).struck(), struck -> struck == waiting.size());
            SimpleResolver resolver = new SimpleResolver(endpoint.dns());
            resolver.setTimeout(Duration.ofSeconds(5));
            Message answer = resolver.send(Message.newQuery(Record.newRecord(Name.fromString("example.com."),
                    Type.SOA, DClass.IN)));
            assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(endpoint.local("GET", "faults", "").body()).contains("lost-api:* struck 140 of 140 calls");
            assertThat(endpoint.local("DELETE", "faults", "").statusCode()).isEqualTo(200);
            assertThat(client.listHostedZones().hostedZones()).as("the API is back").hasSize(1);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void changesStayPendingForAsLongAsAsked() {
        String id = send(client, CREATE).changeInfo().id();
        assertThat(client.getChange(r -> r.id(id)).changeInfo().status()).isEqualTo(ChangeStatus.INSYNC);
        faults.add("pending=10m");
        assertThat(client.getChange(r -> r.id(id)).changeInfo().status()).isEqualTo(ChangeStatus.PENDING);
        client.listHostedZones();
        assertThat(faults.standing().get(0).struck()).as("it strikes GetChange only").isOne();
        faults.clear();
        assertThat(client.getChange(r -> r.id(id)).changeInfo().status()).isEqualTo(ChangeStatus.INSYNC);
    }

    @Test
    void theOperatorSetsReadsAndEndsFaultsOverHttp() throws Exception {
        assertThat(endpoint.local("PUT", "faults", "throttle:ListHostedZones:1\n\n drop-after\n").body()).isEqualTo(
                "throttle:ListHostedZones:1 struck 0 of 0 calls\ndrop-after:* struck 0 of 0 calls\nseed "
                        + faults.seed() + "\n");
        assertThatThrownBy(() -> client.listHostedZones()).hasMessageContaining("Rate exceeded");
        assertThatThrownBy(() -> client.listHostedZones()).isInstanceOf(SdkClientException.class);
        assertThat(endpoint.local("GET", "faults", "").body()).contains(
                "throttle:ListHostedZones:1 struck 1 of 2 calls\n", "drop-after:* struck 1 of 1 calls\n");
        assertThat(endpoint.local("PUT", "faults", "nonsense").statusCode()).isEqualTo(400);
        assertThat(faults.standing()).as("a bad text leaves the faults as they were").hasSize(2);
        assertThat(endpoint.local("DELETE", "faults", "").body()).isEqualTo("seed " + faults.seed() + "\n");
        assertThat(endpoint.local("POST", "faults", "throttle").statusCode()).isEqualTo(405);
        assertThat(client.listHostedZones().hostedZones()).hasSize(1);
    }

    @Test
    void whatIsNoFaultIsToldWithAllThatIsAllowed() throws Exception {
        assertThat(endpoint.local("PUT", "faults", "slow:ListZones:0\ndelay-after\nthrottle").body()).isEqualTo("fault"
                + " \"slow:ListZones:0\" is of no known kind: \"slow\" is none of throttle, prior-request, error-500,"
                + " error-503, bare-500, bare-503, error-after, drop-before, drop-after, cut-body, lost-api,"
                + " delay-before=TIME, delay-after=TIME, pending=TIME\nfault \"slow:ListZones:0\" names no known call:"
                + " \"ListZones\" is neither * (all calls) nor one of " + String.join(", ", ApiOperation.apiNames())
                + "\nfault \"slow:ListZones:0\" strikes \"0\" times: write a count from 1, as 3 for the first three"
                + " calls, or a chance over 0 % and up to 100 %, as 30%\nfault \"delay-after\" needs a time: write"
                + " delay-after=TIME, with a TIME as 500ms, 2s or 5m\n");
    }

    @Test
    void aFloodOfFaultsIsRefused() throws Exception {
        assertThat(endpoint.local("PUT", "faults", "x\n".repeat(6000)).body())
                .isEqualTo("the body is longer than 10000 characters\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "throttle:", "throttle:*:", "throttle:*:-1", "throttle:*:0%", "throttle:*:101%",
        "throttle:*:3:4", "throttle=1s", "delay-before=2", "delay-before=61s", "pending", "pending=1s:GetChange",
        "throttle:changeresourcerecordsets", "THROTTLE"})
    void aBadFaultIsRefused(String text) {
        assertThatThrownBy(() -> Fault.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fault \"" + text + "\" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttle:*", "drop-after:ChangeResourceRecordSets:3", "lost-api:*:30%",
        "delay-before=1500ms:GetChange:0.5%", "pending=120s", "prior-request:ChangeResourceRecordSets"})
    void aFaultIsWrittenAsItIsRead(String text) {
        assertThat(Fault.parse(text)).hasToString(text);
    }

    @Test
    void chancesAreDrawnFromTheSeed() {
        List<Boolean> first = struck(7);
        assertThat(struck(7)).isEqualTo(first);
        assertThat(struck(8)).isNotEqualTo(first);
        assertThat(first.stream().filter(yes -> yes)).as("of 1000 with a chance of 30 %, seed 7")
                .hasSizeBetween(250, 350);
    }

    private static List<Boolean> struck(long seed) {
        Faults seeded = new Faults(seed);
        seeded.add("throttle:*:30%");
        List<Boolean> struck = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            struck.add(!seeded.strike(Optional.of(ApiOperation.GET_CHANGE)).isEmpty());
        }
        return struck;
    }
}
