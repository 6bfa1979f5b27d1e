package io.lbkeeper.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnreachableTest {
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsJudgedByWhoseItIs(Throwable thrown, Health health, String detail) {
        assertThat(Unreachable.judge(thrown)).isEqualTo(new Check(health, detail));
        assertThat(Unreachable.judge(new ExecutionException(new IllegalStateException(thrown))))
                .as("wrapped twice").isEqualTo(new Check(health, detail));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                dead(new ConnectException("Connection refused"), "connection refused"),
                dead(new HttpHostConnectException("Connect to http://192.0.2.1:8404 failed: Connection refused"),
                        "connection refused"),
                dead(new ConnectException("Connection timed out"), "timed out"),
                dead(causedBy(new ConnectException(), new ClosedChannelException()), "could not connect"),
                dead(new SocketException("Connection reset"), "connection reset"),
                dead(new SocketException("Broken pipe"), "connection reset"),
                dead(new NoHttpResponseException("192.0.2.1:8404 failed to respond"), "connection reset"),
                dead(new EOFException(), "connection reset"),
                dead(new SocketTimeoutException("Read timed out"), "timed out"),
                dead(new ConnectTimeoutException("Connect to 192.0.2.1:8404 failed"), "timed out"),
                dead(new HttpTimeoutException("request timed out"), "timed out"),
                dead(new TimeoutException(), "timed out"),
                dead(new SocketException("Socket closed"), "timed out"),
                dead(new NoRouteToHostException("No route to host"), "no route to it"),
                unknown(new ConnectException("Network is unreachable"),
                        "could not ask, this node's fault: ConnectException \"Network is unreachable\""),
                dead(causedBy(new SSLHandshakeException("Remote host terminated the handshake"),
                        new EOFException("SSL peer shut down incorrectly")), "connection reset"),
                unknown(new SSLHandshakeException("PKIX path building failed"),
                        "no TLS connection: SSLHandshakeException \"PKIX path building failed\""),
                unknown(new UnknownHostException("lb2.example.com"),
                        "could not ask: unknown host, UnknownHostException \"lb2.example.com\""),
                unknown(causedBy(new ConnectException(), new UnresolvedAddressException()),
                        "could not ask: unknown host, UnresolvedAddressException"),
                unknown(new SocketException("Too many open files"),
                        "could not ask, this node's fault: SocketException \"Too many open files\""),
                unknown(new TruncatedChunkException("Truncated chunk (expected size: %d; actual size: %d)", 9, 1),
                        "stats page unreadable: cut off, TruncatedChunkException "
                                + "\"Truncated chunk (expected size: 9; actual size: 1)\""),
                unknown(new ConnectionClosedException(
                                "Premature end of chunk coded message body: closing chunk missing"),
                        "stats page unreadable: cut off, ConnectionClosedException "
                                + "\"Premature end of chunk coded message body: closing chunk mis…\""),
                unknown(new IOException("Premature EOF"),
                        "stats page unreadable: cut off, IOException \"Premature EOF\""));
    }

    @Test
    void whatNobodyForesawIsUnknownInOneLine() {
        assertThat(Unreachable.judge(new IllegalStateException("a\nb"))).isEqualTo(
                new Check(Health.UNKNOWN, "could not ask: IllegalStateException \"a b\""));
        assertThat(Unreachable.judge(new OutOfMemoryError())).isEqualTo(
                new Check(Health.UNKNOWN, "could not ask: OutOfMemoryError"));
    }

    @Test
    void aRingOfCausesEnds() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));
        assertThat(Unreachable.judge(first).detail()).isEqualTo("could not ask: Exception \"first\"");
    }

    private static Arguments dead(Throwable thrown, String detail) {
        return Arguments.of(thrown, Health.DEAD, detail);
    }

    private static Arguments unknown(Throwable thrown, String detail) {
        return Arguments.of(thrown, Health.UNKNOWN, detail);
    }

    private static Throwable causedBy(Throwable thrown, Throwable cause) {
        return thrown.initCause(cause);
    }
}
