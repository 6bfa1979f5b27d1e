package io.lbkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);
    private static final Map<String, Supplier<Reply>> RESOURCES = Map.of(
            "/observe/status", () -> Reply.of(200, Reply.JSON, "{\"ü\":1}"),
            "/broken", () -> {
                throw new IllegalStateException("a defect with a <secret>");
            });

    private final List<Optional<String>> troubles = new CopyOnWriteArrayList<>();
    private Front front;
    private InetSocketAddress here;

    @BeforeEach
    void open() {
        front = front(ANY_PORT).open();
        here = front.address().orElseThrow();
    }

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void aGetIsAnsweredWithHeadersThatKeepOtherPagesOut() throws Exception {
        String answer = RawHttp.get(here, "/observe/status");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n{\"ü\":1}");
        assertThat(answer.toLowerCase()).contains("content-type: application/json", "x-content-type-options: nosniff",
                "content-security-policy: default-src 'none'; frame-ancestors 'none'", "cache-control: no-store",
                "cross-origin-resource-policy: same-origin", "referrer-policy: no-referrer", "x-frame-options: deny",
                "content-length: 8").doesNotContain("access-control-", "server:");
    }

    @Test
    void aHeadIsAnsweredWithoutABody() throws Exception {
        String answer = RawHttp.ask(here, "HEAD /observe/status HTTP/1.1", "Host: localhost");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n").containsIgnoringCase(
                "content-length: 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get"})
    void nothingButReadingIsAllowed(String method) throws Exception {
        String answer = RawHttp.ask(here, method + " /observe/status HTTP/1.1", "Host: 127.0.0.1",
                "Content-Length: 3", "", "x=y");

        assertThat(answer).startsWith("HTTP/1.1 405 ").containsIgnoringCase("allow: GET, HEAD")
                .containsIgnoringCase("connection: close").doesNotContain("ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: 127.0.0.1.evil.example", "Host: 203.0.113.1", "Host: [::2]",
        "Host: localhost.evil.example:80", "Host: user@127.0.0.1", "Host: "})
    void aRequestThatWasMeantForAnotherHostIsRefused(String host) throws Exception {
        String answer = RawHttp.ask(here, "GET /observe/status HTTP/1.1", host);

        assertThat(answer).startsWith("HTTP/1.1 421 ").contains("Host").doesNotContain("ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost", "Host: LOCALHOST:8405", "Host: 127.0.0.2", "Host: [::1]:8405"})
    void everyNameOfThisMachineItselfWillDo(String host) throws Exception {
        assertThat(RawHttp.ask(here, "GET /observe/status HTTP/1.1", host)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aProgramThatGivesNoHostIsNoBrowser() throws Exception {
        assertThat(RawHttp.ask(here, "GET /observe/status HTTP/1.0")).startsWith("HTTP/1.1 200 ");
        assertThat(Hosts.areThis(List.of("localhost", "evil.example"), here.getAddress())).isFalse();
    }

    @Test
    void theAddressThatAConnectionCameInAtWillDoAsHost() throws Exception {
        InetAddress elsewhere = InetAddress.getByName("203.0.113.7");

        assertThat(Hosts.areThis(List.of("203.0.113.7:8405"), elsewhere)).isTrue();
        assertThat(Hosts.areThis(List.of("203.0.113.8:8405"), elsewhere)).isFalse();
        assertThat(Hosts.areThis(List.of("[2001:db8::7]:8405"), InetAddress.getByName("2001:db8::7"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/observe/status/", "/observe", "/../etc/passwd", "/%2e%2e/etc/passwd",
        "/observe/status%00"})
    void anyOtherPathIsNotThereAndNoFileIsLookedFor(String path) throws Exception {
        assertThat(RawHttp.get(here, path)).startsWith("HTTP/1.1 404 ").contains("/observe/status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//observe/status", "*", "mailto:x", "http://localhost:99999999/", "/\u0001"})
    void whatIsNoPathIsRefused(String target) throws Exception {
        assertThat(RawHttp.get(here, target)).matches("(?s)(HTTP/1.1 4\\d\\d .*)?");
        assertThat(RawHttp.get(here, "/observe/status")).as("afterwards").startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aDefectIsToldToTheLogAndNotToTheClient() throws Exception {
        assertThat(RawHttp.get(here, "/broken")).startsWith("HTTP/1.1 500 ").doesNotContain("secret");
    }

    @Test
    void aHeaderWithoutEndIsNotReadWithoutEnd() throws Exception {
        try (RawHttp http = new RawHttp(here)) {
            http.send("GET /observe/status HTTP/1.1\r\nHost: localhost\r\nX-Long: ");
            assertThatThrownBy(() -> {
                String part = "x".repeat(1 << 16);
                for (int sent = 0; sent < 64 << 20; sent += part.length()) {
                    http.send(part);
                }
            }).as("64 MiB of one header were taken").isInstanceOf(IOException.class);
        }
    }

    @Test
    void thoseWhoDribbleAndThoseWhoSayNothingDoNotKeepOthersWaitingForEver() throws Exception {
        List<RawHttp> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                RawHttp one = new RawHttp(here);
                one.send(i % 2 == 0 ? "GET /observe/st" : "");
                idle.add(one);
            }
            await("an answer beside 12 connections that say nothing").atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> RawHttp.get(here, "/observe/status").startsWith("HTTP/1.1 200"));
        } finally {
            for (RawHttp one : idle) {
                one.close();
            }
        }
    }

    @Test
    void aPortThatIsTakenIsToldOnceAndTakenAsSoonAsItIsFree() throws Exception {
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        try (Front late = front(new InetSocketAddress("127.0.0.1", other.getLocalPort())).open()) {
            assertThat(late.address()).isEmpty();
            assertThat(troubles).hasSize(1);
            assertThat(troubles.get(0).orElseThrow()).contains("lb.http=127.0.0.1:" + other.getLocalPort())
                    .contains("tried again");
            other.close();
            await("the port").atMost(Duration.ofSeconds(20)).until(() -> late.address().isPresent());
            assertThat(RawHttp.get(late.address().get(), "/observe/status")).startsWith("HTTP/1.1 200");
            assertThat(troubles).hasSize(2).last().isEqualTo(Optional.empty());
        }
    }

    @Test
    void itsPortIsFreeWhenItIsClosed() throws Exception {
        front.close();

        try (ServerSocket next = new ServerSocket(here.getPort(), 1, here.getAddress())) {
            assertThat(next.isBound()).isTrue();
        }
        assertThat(troubles).isEmpty();
    }

    private Front front(InetSocketAddress at) {
        return new Front(at, RESOURCES, Duration.ofMillis(50), troubles::add);
    }
}
