package io.lbkeeper.observation;

import static io.lbkeeper.observation.OwnAddress.Scope.CONFIGURED;
import static io.lbkeeper.observation.OwnAddress.Scope.DISCOVERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.10                            | 203.0.113.10
            ' 203.0.113.10\n'                       | 203.0.113.10
            10.1.2.3                                | 10.1.2.3
            172.16.0.1                              | 172.16.0.1
            192.168.1.1                             | 192.168.1.1
            100.64.0.1                              | 100.64.0.1
            2001:DB8:0:0:0:0:0:1                    | 2001:db8::1
            2001:db8:0:1:1:1:1:1                    | 2001:db8:0:1:1:1:1:1
            2001:0:0:1:0:0:0:1                      | 2001:0:0:1::1
            2001:db8:0:0:1:0:0:1                    | 2001:db8::1:0:0:1
            2001:db8::                              | 2001:db8::
            fd00:0000:0000:0000:0000:0000:00ab:0001 | fd00::ab:1
            ::ffff:203.0.113.10                     | 203.0.113.10
            """)
    void oneAddressIsTakenInItsCanonicalForm(String text, String address) {
        assertThat(OwnAddress.parse(text.translateEscapes(), DISCOVERED)).isEqualTo(Answer.value(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "localhost", "lb1.example.com", "203.0.113", "203.0.113.10.5", "203.0.113.256",
            "203.0.113.010", "0xcb00710a", "3405803786", "203.0.113.10, 203.0.113.11", "203.0.113.10 203.0.113.11",
            "203.0.113.10\n203.0.113.11", "203.0.113.10:80", "203.0.113.10/24", "[2001:db8::1]", "2001:db8::1%eth0",
            "2001:db8::1::2", "2001:db8:1", ":::", "12345::1", "<html>203.0.113.10</html>", "\"203.0.113.10\"",
            "{\"ip\":\"203.0.113.10\"}", "-1.2.3.4", "1.2.3.4\u0000", "٢٠٣.0.113.10", "203.0.113.१०"})
    void whatIsNotOneAddressIsNone(String text) {
        assertThat(OwnAddress.parse(text, CONFIGURED)).isInstanceOfSatisfying(Answer.CouldNotAsk.class,
                none -> assertThat(none.why()).contains(text.isBlank() ? "an empty text" : "not one IP address: \""));
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, unspecified", "0.1.2.3, unspecified", "255.255.255.255, broadcast", "240.0.0.1, reserved",
            "224.0.0.1, multicast", "169.254.169.254, link-local", "::, global", "fe80::1, link-local",
            "ff02::1, multicast", "fec0::1, global", "::1.2.3.4, global", "64:ff9b::1, global"})
    void anAddressThatNoNodeCanHaveIsNone(String text, String kind) {
        for (OwnAddress.Scope scope : OwnAddress.Scope.values()) {
            assertThat(OwnAddress.parse(text, scope)).isInstanceOfSatisfying(Answer.CouldNotAsk.class,
                    none -> assertThat(none.why()).contains(kind).contains("cannot be this node's own"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
    void loopbackIsForTheOperatorToWrite(String text) {
        assertThat(OwnAddress.parse(text, CONFIGURED)).isEqualTo(Answer.value(text));
        assertThat(OwnAddress.parse(text, DISCOVERED)).isInstanceOf(Answer.CouldNotAsk.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            10.0.0.4                               | 10.0.0.4
            127.0.0.1 169.254.1.1 10.0.0.4 fe80::1 | 10.0.0.4
            10.0.0.4 2001:db8::4                   | 10.0.0.4
            fe80::1 2001:db8::4                    | 2001:db8::4
            fe80::1 fd00::4                        | fd00::4
            10.0.0.4 10.0.0.5                      | -
            2001:db8::4 fd00::4                    | -
            fe80::1 127.0.0.1                      | -
            ''                                     | -
            """)
    void anInterfaceGivesItsOneAddress(String addresses, String chosen) {
        List<InetAddress> all = Arrays.stream(addresses.split(" ")).filter(a -> !a.isEmpty())
                .map(OwnAddressTest::literal).toList();
        Answer<String> answer = InterfaceAddresses.choose("eth0", all);
        assertThat(answer.found().orElse(null)).as(answer.toString()).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.4 10.0.1.4|the interface eth0 has 2 addresses: 10.0.0.4, 10.0.1.4; name the one to use in lb.address
            fe80::1|the interface eth0 has no usable address, only fe80::1
            """)
    void anInterfaceWithoutOneAddressSaysWhatItHas(String addresses, String why) {
        List<InetAddress> all = Arrays.stream(addresses.split(" ")).map(OwnAddressTest::literal).toList();
        assertThat(InterfaceAddresses.choose("eth0", all)).isEqualTo(Answer.couldNotAsk(why));
    }

    @Property
    void noTextThrows(@ForAll String text) {
        OwnAddress.parse(text, DISCOVERED);
    }

    @Property
    void theCanonicalFormIsTheSameAddressAndStays(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        bytes[0] = 0x20;
        InetAddress address = InetAddress.getByAddress(bytes);
        String canonical = OwnAddress.parse(address.getHostAddress(), DISCOVERED).found().orElseThrow();
        assertThat(literal(canonical)).as(canonical).isEqualTo(address).isInstanceOf(Inet6Address.class);
        assertThat(OwnAddress.parse(canonical, DISCOVERED)).isEqualTo(Answer.value(canonical));
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException noLiteral) {
            throw new IllegalArgumentException(text, noLiteral);
        }
    }
}
