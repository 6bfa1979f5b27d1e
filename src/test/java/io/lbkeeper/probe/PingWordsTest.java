package io.lbkeeper.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a packet that was sent and not answered speaks against a machine. */
class PingWordsTest {
    private static final String SENT = "PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.\n";

    @Test
    void anAnswerIsWell() {
        Check check = PingWords.judge(SENT + "64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.227 ms\n\n"
                + counted(1, ", 0% packet loss, time 0ms"));
        assertThat(check).isEqualTo(new Check(Health.OK, "answers a ping in 0.227 ms"));
    }

    @Test
    void theBusyboxSaysItInItsOwnWords() {
        assertThat(PingWords.judge("1 packets transmitted, 1 packets received, 0% packet loss").health())
                .isEqualTo(Health.OK);
        assertThat(PingWords.judge("1 packets transmitted, 0 packets received, 100% packet loss"))
                .isEqualTo(Check.TIMED_OUT);
    }

    @Test
    void silenceAfterAPacketIsDead() {
        assertThat(PingWords.judge(SENT + "\n" + counted(0, ", 100% packet loss, time 0ms")))
                .isEqualTo(Check.TIMED_OUT);
    }

    @Test
    void aRouterMaySayThatThereIsNoWay() {
        assertThat(PingWords.judge(SENT + "From 198.51.100.1 icmp_seq=1 Destination Host Unreachable\n\n"
                + counted(0, ", +1 errors, 100% packet loss, time 0ms"))).isEqualTo(Check.UNREACHABLE);
        assertThat(PingWords.judge(SENT + "From 198.51.100.1 icmp_seq=1 Packet filtered\n\n"
                + counted(0, ", +1 errors, 100% packet loss, time 0ms"))).isEqualTo(new Check(Health.DEAD,
                        "a ping came back from 198.51.100.1: Packet filtered"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ping: socktype: SOCK_RAW\nping: socket: Operation not permitted\n"
                + "ping: => missing cap_net_raw+p capability or setuid?\n",
        "ping: socket: Permission denied\n", "ping: cap_set_proc: Operation not permitted\n",
        "ping: sendmsg: Operation not permitted\n1 packets transmitted, 0 received, 100% packet loss, time 0ms\n"})
    void whoMayNotPingSaysSo(String words) {
        Check check = PingWords.judge(words);
        assertThat(check.health()).as("%s", check).isEqualTo(Health.UNKNOWN);
        assertThat(check.detail()).contains("this user may not ping", "net.ipv4.ping_group_range", "ping: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ping: invalid number '0.800'\n", "ping: connect: Network is unreachable\n",
        "ping: unknown option -W\n", "0 packets transmitted, 0 received\n", "Killed"})
    void withoutAPacketNothingIsKnown(String words) {
        Check check = PingWords.judge(words);
        assertThat(check.health()).as("%s", check).isEqualTo(Health.UNKNOWN);
        assertThat(check.detail()).startsWith("could not ask: ping said ");
    }

    @Test
    void whatItSaysStaysOnOneLine() {
        assertThat(PingWords.judge("a\nb" + "x".repeat(5000)).detail()).hasSizeLessThan(250).doesNotContain("\n");
    }

    private static String counted(int received, String rest) {
        return "--- 192.0.2.1 ping statistics ---\n1 packets transmitted, " + received + " received" + rest + "\n";
    }
}
