package network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.probe.MachineProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The system's own ping, from one network namespace to another. */
class PingIT {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private String here;
    private String there;

    @BeforeEach
    void connect() {
        assumeTrue(Namespaces.obstacle().isEmpty(), () -> "network namespaces: " + Namespaces.obstacle().orElse(""));
        int group = Namespaces.nextGroup();
        here = Namespaces.add("ping-here", group);
        there = Namespaces.add("ping-there", group);
        Tool.run("", "ip", "-n", here, "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", there);
        address(here, "1");
        address(there, "2");
    }

    @AfterEach
    void disconnect() {
        for (String name : new String[] {here, there}) {
            if (name != null) {
                Namespaces.remove(name);
            }
        }
    }

    private static void address(String name, String host) {
        Tool.run("", "ip", "-n", name, "addr", "add", "192.0.2." + host + "/24", "dev", "eth0");
        Tool.run("", "ip", "-n", name, "addr", "add", "2001:db8::" + host + "/64", "dev", "eth0", "nodad");
        Tool.run("", "ip", "-n", name, "link", "set", "eth0", "up");
    }

    @Test
    void aMachineThatIsThereAnswersOverBothFamilies() {
        assertThat(ping("192.0.2.2").health()).isEqualTo(Health.OK);
        assertThat(ping("[2001:db8::2]").health()).isEqualTo(Health.OK);
    }

    @Test
    void oneThatSwallowsPacketsIsSilent() {
        Tool.run("add table inet t\nadd chain inet t in { type filter hook input priority 0; }\n"
                + "add rule inet t in meta l4proto { icmp } drop\n", "ip", "netns", "exec", there, "nft", "-f", "-");
        assertThat(ping("192.0.2.2")).isEqualTo(Check.TIMED_OUT);
    }

    @Test
    void oneThatRefusesIsDead() {
        Tool.run("add table inet t\nadd chain inet t in { type filter hook input priority 0; }\n"
                + "add rule inet t in meta l4proto icmp reject with icmp type admin-prohibited\n", "ip", "netns",
                "exec", there, "nft", "-f", "-");
        Check check = ping("192.0.2.2");
        assertThat(check.health()).as("%s", check).isEqualTo(Health.DEAD);
        assertThat(check.detail()).startsWith("a ping came back from 192.0.2.2");
    }

    @Test
    void aNetworkToWhichThereIsNoWayIsThisMachinesOwnAffair() {
        assertThat(ping("198.51.100.1").health()).isEqualTo(Health.UNKNOWN);
    }

    /** A copy of the program has none of the capabilities of its file, as under the Debian package's unit. */
    @Test
    void theRightToPingIsAnAffairOfTheGroup() {
        String copy = Tool.run("", "sh", "-c", "copy=$(mktemp) && cp \"$(command -v ping)\" $copy && chmod 755 $copy "
                + "&& echo $copy");
        String[] nobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"};
        try {
            Namespaces.letPing(here, "1 0");
            Check without = pingBy(copy, "192.0.2.2", nobody);
            assertThat(without.health()).as("%s", without).isEqualTo(Health.UNKNOWN);
            assertThat(without.detail()).contains("this user may not ping");
            Namespaces.letPing(here, "0 2147483647");
            for (String address : List.of("192.0.2.2", "[2001:db8::2]")) {
                Check with = pingBy(copy, address, nobody);
                assertThat(with.health()).as("%s", with).isEqualTo(Health.OK);
            }
        } finally {
            Tool.run("", "rm", copy);
        }
    }

    private Check ping(String address) {
        return pingBy("ping", address);
    }

    private Check pingBy(String ping, String address, String... as) {
        List<String> program = new ArrayList<>(List.of("ip", "netns", "exec", here));
        program.addAll(List.of(as));
        program.add(ping);
        return new MachineProbe(program).probe(new Target("lb2", address, "ping://" + address), DEADLINE);
    }
}
