package io.lbkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    /** Of this process alone, as long as no other test takes the same. */
    private final Network network = new Network("127.211." + ProcessHandle.current().pid() % 256);

    @Test
    void nothingIsTakenWhereNobodyListens() {
        assertThat(network.taken()).isEmpty();
    }

    @Test
    void itSaysWhichPortIsTakenAndWhatItWasFor() throws IOException {
        try (ServerSocket web = new ServerSocket()) {
            web.bind(new InetSocketAddress(InetAddress.getByName(network.address(2)), Network.SERVICE_PORT));

            assertThat(network.taken()).containsExactly(network.address(2) + ":8080 (TCP, for the service of lb2): "
                    + "Address already in use");
        }
    }

    @Test
    void udpIsAPortOfItsOwn() throws IOException {
        try (DatagramSocket dns = new DatagramSocket(null)) {
            dns.bind(new InetSocketAddress(InetAddress.getByName(network.address(1)), Network.DNS_PORT));

            assertThat(network.taken()).singleElement().asString().contains(":8054 (UDP, for its DNS)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0", "127.7.7", "127.255.255"})
    void threeNumbersOfTheLoopbackNetworkAreAPrefix(String prefix) {
        assertThat(Network.isPrefix(prefix)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0", "127.0.0.1", "128.0.0", "127.0.256", "127.0.01", "127.0.0.", "::1"})
    void nothingElseIs(String prefix) {
        assertThat(Network.isPrefix(prefix)).isFalse();
    }
}
