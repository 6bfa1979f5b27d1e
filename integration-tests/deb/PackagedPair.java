package deb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine with lb1 as the package makes it, and beside it, so that there is somebody to hand over to, lb2 and a
 * Route 53. Those three are stopped after lb1 when the machine goes down: they stand for what is elsewhere.
 */
final class PackagedPair implements AutoCloseable {
    static final String LB1 = "/etc/lbkeeper/lbkeeper.properties";
    private static final Pattern ADDRESS = Pattern.compile("<Name>lb\\.example\\.com\\.</Name>.*?<Value>([0-9.]+)<",
            Pattern.DOTALL);
    private static final String ELSEWHERE = """
            [Unit]
            Before=lbkeeper.service haproxy.service
            [Service]
            Environment=LBKEEPER_NODE=lb2 LBKEEPER_PEERS=127.0.0.0/8 LBKEEPER_BIND=127.0.0.2:8404
            ExecStart=%s
            Restart=always
            SuccessExitStatus=143
            [Install]
            WantedBy=multi-user.target
            """;

    final DebianMachine machine;

    private PackagedPair(DebianMachine machine) {
        this.machine = machine;
    }

    /** On a copy of a machine that has the package. lb1 has no settings yet; all else is there. */
    static PackagedPair on(DebianMachine packaged) throws Exception {
        PackagedPair pair = new PackagedPair(packaged.copy("pair"));
        DebianMachine machine = pair.machine;
        machine.install("--no-install-recommends systemd-sysv dbus");
        machine.write("/etc/haproxy/haproxy.cfg", haproxy("lb1", "127.0.0.1"));
        machine.write("/etc/haproxy/lb2.cfg", haproxy("lb2", "127.0.0.2"));
        machine.write("/etc/default/haproxy", "EXTRAOPTS=\"-f /usr/share/lbkeeper/haproxy/lbkeeper.cfg\"\n");
        machine.write("/etc/lb2/lbkeeper.properties", settings("lb2", "127.0.0.2", "lb1", "127.0.0.1"));
        machine.write("/etc/systemd/system/route53.service", ELSEWHERE.formatted(
                "/usr/bin/lbkeeper local-route53 --zone example.com=ZEXAMPLE --file /var/lib/zone.xml"));
        machine.write("/etc/systemd/system/haproxy2.service", ELSEWHERE.formatted("/usr/sbin/haproxy -db "
                + "-f /etc/haproxy/lb2.cfg -f /usr/share/lbkeeper/haproxy/lbkeeper.cfg"));
        machine.write("/etc/systemd/system/lb2.service", ELSEWHERE.formatted(
                "/usr/bin/lbkeeper run --config /etc/lb2/lbkeeper.properties"));
        // Else the journal is in memory, and gone with the machine.
        Files.createDirectories(machine.root.resolve("var/log/journal"));
        machine.run("systemctl enable route53 haproxy2").well();
        machine.boot();
        return pair;
    }

    /** lb1's settings as an operator would write them, with these besides. */
    void configure(String more) throws Exception {
        machine.write(LB1, settings("lb1", "127.0.0.1", "lb2", "127.0.0.2") + more);
    }

    /** What clients are told, as the file of the Route 53 has it. */
    String owner() throws Exception {
        Matcher address = ADDRESS.matcher(zone());
        return address.find() ? address.group(1) : "nobody";
    }

    String zone() throws Exception {
        return Files.exists(machine.root.resolve("var/lib/zone.xml")) ? machine.read("/var/lib/zone.xml") : "";
    }

    void awaitOwner(String address) {
        await("lb.example.com at " + address).atMost(Duration.ofSeconds(40)).until(() -> owner().equals(address));
    }

    String show(String unit, String property) throws Exception {
        return machine.run("systemctl show --value -p " + property + " " + unit).output();
    }

    void awaitState(String unit, String state) {
        await(unit + " is " + state).atMost(Duration.ofSeconds(60)).until(() -> show(unit, "ActiveState")
                .equals(state));
    }

    /** Where in the journal something stands that must be there. */
    static int place(String journal, String text) {
        assertThat(journal).contains(text);
        return List.of(journal.split("\n")).indexOf(journal.lines().filter(line -> line.contains(text))
                .reduce((one, other) -> other).orElseThrow());
    }

    @Override
    public void close() throws IOException {
        machine.close();
    }

    private static String settings(String node, String address, String peer, String peerAddress) {
        return String.join("\n", "lb.node=" + node, "lb.nodes=lb1,lb2", "lb.domain=example.com",
                "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE", "lb.address=" + address,
                "lb.peer." + peer + ".address=" + peerAddress, "lb.check.own-url=http://" + address
                        + ":8404/stats;csv", "lb.check.interval=1s", "lb.check.timeout=500ms",
                "lb.check.fastinter=200ms", "lb.address.timeout=500ms", "lb.route53.timeout=900ms",
                "lb.records.interval=1s", "lb.state-dir=/var/lib/" + (node.equals("lb1") ? "lbkeeper" : "lb2"), "");
    }

    private static String haproxy(String node, String address) {
        return """
                global
                  setenv LBKEEPER_NODE %1$s
                  setenv LBKEEPER_PEERS 127.0.0.0/8
                  setenv LBKEEPER_BIND %2$s:8404
                  maxconn 400
                defaults
                  mode http
                  timeout connect 3s
                  timeout client 30s
                  timeout server 30s
                frontend www
                  bind %2$s:80
                  maxconn 100
                  http-request return status 200
                """.formatted(node, address);
    }
}
