package io.lbkeeper.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real ports of this machine, and with programs that stand in for its ping. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MachineProbeTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void aPortThatAcceptsIsWellOverBothFamilies() throws IOException {
        for (String host : List.of("127.0.0.1", "::1")) {
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName(host))) {
                assertThat(tcp(host, server.getLocalPort())).isEqualTo(new Check(Health.OK, "port "
                        + server.getLocalPort() + " accepts connections"));
            }
        }
    }

    @Test
    void aPortThatRefusesIsDead() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            port = server.getLocalPort();
        }
        assertThat(tcp("127.0.0.1", port)).isEqualTo(new Check(Health.DEAD, "connection refused"));
    }

    /** A listener whose queue is full drops what comes, as a machine that is gone does. */
    @Test
    void aPortThatIsSilentIsTimedOut() throws IOException {
        List<Socket> queued = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (int connection = 0; connection < 4; connection++) {
                Socket socket = new Socket();
                queued.add(socket);
                try {
                    socket.connect(server.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException full) {
                    break;
                }
            }
            assertThat(new MachineProbe().probe(target("tcp://127.0.0.1:" + server.getLocalPort()),
                    Duration.ofMillis(300))).isEqualTo(Check.TIMED_OUT);
        } finally {
            for (Socket socket : queued) {
                socket.close();
            }
        }
    }

    /** The address goes last, no name is looked up, and the program has four fifths of the time. */
    @Test
    void theProgramIsAskedForOnePacketToThatAddress() throws IOException {
        Path said = folder.resolve("said");
        Check check = ping("echo \"$LC_ALL $@\" >" + said + "; echo '1 packets transmitted, 1 received'", "2001:db8::1",
                DEADLINE);
        assertThat(check).isEqualTo(new Check(Health.OK, "answers a ping"));
        assertThat(Files.readString(said)).isEqualTo("C -n -c 1 -W 4.000 2001:db8::1\n");
    }

    @Test
    void whereThereIsNoProgramNothingIsKnown() {
        Check check = new MachineProbe(List.of(folder.resolve("ping").toString())).probe(target("ping://192.0.2.1"),
                DEADLINE);
        assertThat(check.health()).as("%s", check).isEqualTo(Health.UNKNOWN);
        assertThat(check.detail()).contains("can't be started; install iputils-ping");
    }

    /** This machine's own fault is no sign of death; and nothing is left running. */
    @Test
    void aProgramThatHangsIsEnded() throws Exception {
        Path pid = folder.resolve("pid");
        Check check = ping("echo $$ >" + pid + "; exec sleep 1000", "192.0.2.1", Duration.ofSeconds(2));
        assertThat(check.health()).as("%s", check).isEqualTo(Health.UNKNOWN);
        assertThat(check.detail()).contains("did not end within 2000 ms");
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(left -> assertThat(left.onExit())
                .succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void anotherSchemeIsNoFailedCheck() {
        assertThat(new MachineProbe().probe(target("http://192.0.2.1/"), DEADLINE).health())
                .isEqualTo(Health.UNKNOWN);
    }

    private static Check tcp(String host, int port) {
        return new MachineProbe().ask(target("tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port),
                DEADLINE.toMillis());
    }

    private Check ping(String script, String address, Duration deadline) throws IOException {
        Path program = folder.resolve("ping.sh");
        Files.writeString(program, script + "\n");
        return new MachineProbe(List.of("/bin/sh", program.toString())).probe(target("ping://"
                + (address.contains(":") ? "[" + address + "]" : address)), deadline);
    }

    private static Target target(String url) {
        return new Target("lb2", "192.0.2.1", url);
    }
}
