package io.lbkeeper.nameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({"ns1.example.com, ns1.example.com, 53", "ns1.example.com:5353, ns1.example.com, 5353",
            "192.0.2.53, 192.0.2.53, 53", "192.0.2.53:65535, 192.0.2.53, 65535", "2001:db8::53, 2001:db8::53, 53",
            "[2001:db8::53], 2001:db8::53, 53", "[2001:db8::53]:5353, 2001:db8::53, 5353"})
    void hostAndPortAreRead(String text, String host, int port) {
        assertThat(ServerAddress.of(text)).isEqualTo(new ServerAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ns1:", "ns1:0", "ns1:65536", "ns1:dns", "192.0.2.53:-1", "[]:53"})
    void whatIsNeitherIsRefused(String text) {
        assertThatThrownBy(() -> ServerAddress.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\" is no HOST or HOST:PORT");
    }

    @Test
    void anAddressNeedsNoResolverAndAHostThatIsNowhereIsNamed() throws Exception {
        InetSocketAddress six = new InetSocketAddress(InetAddress.getByName("2001:db8::53"), 5353);
        assertThat(ServerAddress.of("[2001:db8::53]:5353").resolve()).isEqualTo(six);
        assertThat(ServerAddress.of("[2001:db8::53]:5353").resolve(Duration.ZERO)).as("with no time left")
                .isEqualTo(six);
        assertThat(ServerAddress.of("localhost:5353").resolve().getAddress().isLoopbackAddress()).isTrue();
        assertThatThrownBy(() -> ServerAddress.of("nowhere.invalid").resolve())
                .isInstanceOf(UnknownHostException.class).hasMessageContaining("nowhere.invalid");
        assertThatThrownBy(() -> ServerAddress.of("nowhere.invalid").resolve(Duration.ofSeconds(10)))
                .isInstanceOf(UnknownHostException.class).hasMessageContaining("nowhere.invalid");
    }
}
