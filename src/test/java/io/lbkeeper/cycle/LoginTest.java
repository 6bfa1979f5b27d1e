package io.lbkeeper.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private static final Login LOGIN = new Login("Aladdin", "open sesame", false);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.1.1", "100.64.0.1", "100.127.255.255", "[::1]", "[fe80::1]", "[fc00::1]", "[fd12:3::4]",
        "[fdff::1]", "[::ffff:10.0.0.1]", "localhost", "LOCALHOST"})
    void itMayGoUnencryptedToAPrivateAddress(String host) {
        assertThat(LOGIN.mayGoTo("http://" + host + ":8404/stats;csv")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "172.15.255.255", "172.32.0.1",
        "192.167.1.1", "192.169.1.1", "100.63.255.255", "100.128.0.1", "169.253.1.1", "0.0.0.0", "[2001:db8::1]",
        "[2a00::1]", "[fbff::1]", "[fe00::1]", "[::ffff:8.8.8.8]", "[64:ff9b::10.0.0.1]", "lb2.example.com",
        "10.example.com", "localhost.example.com", "lb2.internal", "10.1", "2130706433", "0x7f000001", "010.0.0.1",
        "127.0.0.1.example.com"})
    void itMayNotGoUnencryptedToAnyOtherNorToANameThatMayBeAny(String host) {
        assertThat(LOGIN.mayGoTo("http://" + host + ":8404/stats;csv")).isFalse();
        assertThat(LOGIN.mayGoTo("http://" + host + "/10.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://203.0.113.1:8404/stats;csv", "HTTPS://lb2.example.com/", "https://[2001:db8::1]/"})
    void itMayGoAnywhereEncrypted(String url) {
        assertThat(LOGIN.mayGoTo(url)).isTrue();
    }

    @Test
    void itMayGoAnywhereIfTheOperatorSaysSo() {
        assertThat(new Login("u", "p", true).mayGoTo("http://203.0.113.1:8404/stats;csv")).isTrue();
    }

    @Test
    void theHeaderIsAsInRfc7617() {
        assertThat(LOGIN.header()).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(new Login("test", "123\u00a3", false).header()).isEqualTo("Basic dGVzdDoxMjPCow==");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(LOGIN.toString()).contains("Aladdin").doesNotContain("sesame");
    }
}
