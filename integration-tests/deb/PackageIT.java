package deb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import services.Program;

/** The Debian package on a Debian 12 with nothing but apt: what apt and systemd make of it. */
class PackageIT {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String SETTINGS = "/etc/lbkeeper/lbkeeper.properties";
    private static final String OWN_SETTINGS = "lb.node=lb1\nlb.ttl=30s\n";

    private static final String[] RIGHTS = {"-rw-r----- root:lbkeeper " + SETTINGS,
            "drwx------ root:root /etc/lbkeeper/credentials", "drwxr-x--- lbkeeper:lbkeeper /var/lib/lbkeeper"};

    private static Path built;
    /** Where the package was installed by apt, and nothing was done since. */
    private static DebianMachine fresh;
    private static String installation;

    @BeforeAll
    static void install() throws Exception {
        built = Path.of(here("bin/package", "--as-built").well().output()).toAbsolutePath();
        fresh = DebianMachine.minimal("fresh");
        fresh.bring(built, "/var/one.deb");
        fresh.run("apt-get update").well();
        installation = fresh.install("/var/one.deb").output();
    }

    @AfterAll
    static void remove() throws Exception {
        if (fresh != null) {
            fresh.close();
        }
    }

    @Test
    void lintianFindsNothing() throws Exception {
        assertThat(here("/usr/bin/lintian", "--tag-display-limit", "0", built.toString()).output().lines()
                .filter(line -> line.matches("[EW]: .*"))).isEmpty();
    }

    @Test
    void theSameSourcesMakeTheSamePackage() throws Exception {
        byte[] first = Files.readAllBytes(built);
        assertThat(Files.readAllBytes(Path.of(here("bin/package", "--as-built").well().output()))).isEqualTo(first);
    }

    @Test
    void whatIsThereOnceItIsInstalled() throws Exception {
        assertThat(installation).contains("lbkeeper: not configured yet. Set lb.node");
        assertThat(fresh.run("lbkeeper --version").well().output()).startsWith("lbkeeper ");
        assertThat(rights(fresh)).containsExactly(RIGHTS);
        assertThat(fresh.run("stat -c '%A %U:%G' /var/cache/lbkeeper/classes.jsa").well().output())
                .isEqualTo("-r--r--r-- root:root");
        for (String file : List.of("man/man8/lbkeeper.8.gz", "man/man5/lbkeeper.properties.5.gz",
                "bash-completion/completions/lbkeeper", "lbkeeper/haproxy/lbkeeper.cfg",
                "lbkeeper/routes/watch.camel.yaml", "doc/lbkeeper/examples/lbkeeper.properties")) {
            assertThat(fresh.root.resolve("usr/share").resolve(file)).isRegularFile();
        }
        assertThat(fresh.run("dpkg --verify lbkeeper").output()).as("files that differ from the package's")
                .isEmpty();
    }

    @Test
    void alertRulesAndTheOperatorsPagesAreThere() throws Exception {
        assertThat(fresh.read("/usr/share/doc/lbkeeper/examples/lbkeeper.rules.yml")).isEqualTo(Files.readString(
                Path.of("src/main/conf/lbkeeper.rules.yml")));
        for (String page : List.of("check", "check-online", "edits", "log", "monitoring", "notifications", "packages",
                "runbook", "security", "settings", "sizing", "upgrade")) {
            assertThat(fresh.run("zcat /usr/share/doc/lbkeeper/" + page + ".md.gz").well().output()).as(page)
                    .isEqualTo(Files.readString(Path.of("src/main/docs/" + page + ".md")).strip());
        }
    }

    private static Stream<String> rights(DebianMachine machine) throws Exception {
        return machine.run("stat -c '%A %U:%G %n' " + SETTINGS + " /etc/lbkeeper/credentials /var/lib/lbkeeper").well()
                .output().lines();
    }

    @Test
    void secretsAreShutAwayAfterARemovalToo() throws Exception {
        assertThat(here("/usr/bin/dpkg-deb", "-c", built.toString()).well().output()).as("in the package itself")
                .containsPattern("drwx------ root/root .* \\./etc/lbkeeper/credentials/");
        try (DebianMachine machine = fresh.copy("rights")) {
            machine.run("apt-get -y remove lbkeeper").well();
            machine.install("/var/one.deb");
            assertThat(rights(machine)).as("after a removal and another installation").containsExactly(RIGHTS);
            machine.run("chmod 755 /etc/lbkeeper/credentials && dpkg-statoverride --update --add root lbkeeper 0660 "
                    + SETTINGS).well();
            machine.install("--reinstall /var/one.deb");
            assertThat(rights(machine)).as("with other rights of the operator's for the settings").containsExactly(
                    "-rw-rw---- root:lbkeeper " + SETTINGS, RIGHTS[1], RIGHTS[2]);
        }
    }

    @Test
    void theArchiveOfClassesIsUsedAndNeverInTheWay() throws Exception {
        String shared = "LBKEEPER_JAVA_OPTS=-Xlog:class+load lbkeeper --version | grep -c 'io.lbkeeper.*shared object'";
        try (DebianMachine machine = fresh.copy("archive")) {
            assertThat(Integer.parseInt(machine.run(shared).output())).as("classes out of the archive").isPositive();
            machine.run("truncate -s -4096 /var/cache/lbkeeper/classes.jsa").well();
            assertThat(machine.run(shared).output()).as("classes out of a cut archive").isEqualTo("0");
            assertThat(machine.run("lbkeeper --version").well().output()).matches("lbkeeper \\S+");
            // As on an upgrade of Java: the trigger makes it anew.
            machine.run("dpkg-trigger --by-package=lbkeeper /usr/lib/jvm && dpkg --configure --pending").well();
            assertThat(Integer.parseInt(machine.run(shared).output())).isPositive();
            machine.run("touch -d 2020-01-01 /usr/share/lbkeeper/lib/picocli-*.jar").well();
            assertThat(machine.run("lbkeeper --version").well().output()).as("with a jar that is another, all that is"
                    + " printed").matches("lbkeeper \\S+");
        }
    }

    @Test
    void anUpgradeAndARollbackKeepWhatTheOperatorHasAndAPurgeLeavesNothing() throws Exception {
        try (DebianMachine machine = fresh.copy("upgrade")) {
            machine.bring(later(), "/var/two.deb");
            machine.write(SETTINGS, OWN_SETTINGS);
            machine.write("/etc/lbkeeper/routes/own.camel.yaml", "[]\n");
            machine.write("/var/lib/lbkeeper/requests/pause", "reason=rest\n");
            for (String deb : List.of("/var/two.deb", "/var/one.deb")) {
                String archive = machine.run("stat -c %y /var/cache/lbkeeper/classes.jsa").well().output();
                assertThat(machine.install(deb).output()).doesNotContain("not configured yet");
                assertThat(machine.read(SETTINGS)).isEqualTo(OWN_SETTINGS);
                assertThat(machine.read("/var/lib/lbkeeper/requests/pause")).isEqualTo("reason=rest\n");
                assertThat(machine.read("/etc/lbkeeper/routes/own.camel.yaml")).isEqualTo("[]\n");
                assertThat(machine.run("stat -c %y /var/cache/lbkeeper/classes.jsa").well().output())
                        .as("when the archive was made").isNotEqualTo(archive);
                assertThat(machine.run("dpkg-query -W -f '${Version}' lbkeeper").output().endsWith("+later"))
                        .isEqualTo(deb.equals("/var/two.deb"));
            }
            machine.run("rm -r /etc/lbkeeper/routes && apt-get -y remove lbkeeper").well();
            assertThat(machine.read(SETTINGS)).as("after a removal").isEqualTo(OWN_SETTINGS);
            machine.run("apt-get -y purge lbkeeper").well();
            assertThat(machine.run("find / -xdev -path /proc -prune -o -path /var/log -prune -o -name '*lbkeeper*'"
                    + " -print").output()).as("what a purge leaves").isEmpty();
        }
    }

    @Test
    void oneCloudInitFileMakesEitherMachine() throws Exception {
        try (DebianMachine machine = fresh.copy("cloud")) {
            machine.bring(Path.of("src/main/cloud-init/user-data.yaml"), "/var/user-data.yaml");
            machine.install("--no-install-recommends cloud-init curl");
            assertThat(machine.run("cloud-init schema --config-file /var/user-data.yaml").well().output())
                    .contains("Valid cloud-config");
            machine.write("/usr/local/sbin/systemctl", "#!/bin/sh\necho \"$*\" >>/var/asked\n");
            machine.run("chmod +x /usr/local/sbin/systemctl").well();
            for (String node : List.of("lb1", "lb2")) {
                setUp(machine, node);
                machine.run("lbkeeper check").well();
                assertThat(machine.read(SETTINGS)).contains("lb.node=" + node + "\n", "lb.nodes=lb1,lb2\n",
                        node.equals("lb1") ? "lb.peer.lb2.address=10.0.1.12\n" : "lb.peer.lb1.address=10.0.1.11\n",
                        "lb.ttl=30s\n", "lb.dry-run=true\n");
                assertThat(machine.read("/etc/haproxy/haproxy.cfg")).contains("setenv LBKEEPER_NODE " + node + "\n",
                        "server app2 10.0.2.12:8080\n");
            }
            assertThat(machine.read("/var/asked")).endsWith("restart haproxy\nrestart lbkeeper\n");
        }
    }

    /** Writes the files of the user-data, with another package's address, and runs what cloud-init would run. */
    private static void setUp(DebianMachine machine, String node) throws Exception {
        Map<String, Object> data = new Yaml().load(Files.readString(Path.of("src/main/cloud-init/user-data.yaml")));
        for (Object written : (List<?>) data.get("write_files")) {
            Map<?, ?> file = (Map<?, ?>) written;
            machine.write(file.get("path").toString(), file.get("content").toString());
            machine.run("chmod " + file.get("permissions") + " " + file.get("path")).well();
        }
        String sum = machine.run("sha256sum /var/one.deb").output().replaceAll(" .*", "");
        machine.run("cd /etc/lbkeeper-setup && sed -i -e 's|^PACKAGE_URL=.*|PACKAGE_URL=file:///var/one.deb|' -e "
                + "'s|^PACKAGE_SHA256=.*|PACKAGE_SHA256=" + sum + "|' -e "
                + "'s|^MORE_SETTINGS=.*|MORE_SETTINGS=\"lb.ttl=30s lb.dry-run=true\"|' variables").well();
        String address = node.equals("lb1") ? "10.0.1.11" : "10.0.1.12";
        machine.write("/usr/local/sbin/hostname", "#!/bin/sh\necho '192.0.2.7 " + address + " '\n");
        machine.run("chmod +x /usr/local/sbin/hostname").well();
        for (Object command : (List<?>) data.get("runcmd")) {
            machine.run(command.toString()).well();
        }
    }

    @Test
    void systemdKeepsItRunningAndHandsOverBeforeHaproxyEnds() throws Exception {
        try (PackagedPair pair = PackagedPair.on(fresh)) {
            assertThat(pair.show("lbkeeper", "ActiveState,Result")).as("without settings it is skipped, not failed")
                    .isEqualTo("exec-condition\ninactive");
            pair.configure("");
            pair.machine.run("systemctl start lbkeeper").well();
            pair.awaitOwner("127.0.0.1");
            pair.machine.run("systemctl start lb2").well();
            restartsMoveNothing(pair);
            whatEndsIsStartedAgain(pair);
            badSettingsEndIt(pair);
            shutdownHandsOver(pair);
        }
    }

    private static void restartsMoveNothing(PackagedPair pair) throws Exception {
        await("the record of lb2").atMost(SOON).until(() -> pair.zone().contains("lb2.example.com."));
        String zone = pair.zone();
        for (int i = 0; i < 3; i++) {
            pair.machine.run("systemctl restart lbkeeper").well();
        }
        pair.machine.install("--reinstall /var/one.deb");
        pair.awaitState("lbkeeper", "active");
        assertThat(pair.zone()).as("the records after restarts and an upgrade").isEqualTo(zone);
        assertThat(pair.show("lbkeeper-leave", "ActiveState")).isEqualTo("active");
    }

    private static void whatEndsIsStartedAgain(PackagedPair pair) throws Exception {
        String zone = pair.zone();
        pair.machine.write("/etc/systemd/system/lbkeeper.service.d/soon.conf", "[Service]\nWatchdogSec=3\n");
        pair.configure("lb.watchdog=7s\n");
        pair.machine.run("systemctl daemon-reload && systemctl restart lbkeeper || ! journalctl -n 20 -u lbkeeper")
                .well();
        for (String signal : List.of("KILL", "STOP")) {
            String before = pair.show("lbkeeper", "NRestarts");
            pair.machine.run("systemctl kill --kill-whom=main -s " + signal + " lbkeeper").well();
            await("another start after SIG" + signal).atMost(SOON).until(() -> !pair.show("lbkeeper", "NRestarts")
                    .equals(before));
            pair.awaitState("lbkeeper", "active");
        }
        assertThat(pair.zone()).as("the records after a crash and a hang").isEqualTo(zone);
    }

    private static void badSettingsEndIt(PackagedPair pair) throws Exception {
        pair.configure("lb.tll=60s\n");
        pair.machine.run("systemctl restart lbkeeper");
        pair.awaitState("lbkeeper", "failed");
        assertThat(pair.show("lbkeeper", "ExecMainStatus")).isEqualTo("2");
        pair.configure("");
        pair.machine.run("systemctl restart lbkeeper").well();
        assertThat(pair.owner()).isEqualTo("127.0.0.1");
    }

    private static void shutdownHandsOver(PackagedPair pair) throws Exception {
        pair.machine.powerOff();
        String journal = pair.machine.journal("lbkeeper", "lbkeeper-leave", "haproxy");
        assertThat(pair.owner()).as("clients are sent to, after this: %s", journal).isEqualTo("127.0.0.2");
        assertThat(List.of(PackagedPair.place(journal, "Stopping lbkeeper-leave.service"),
                PackagedPair.place(journal, "HandOver: "),
                PackagedPair.place(journal, "Stopped lbkeeper-leave.service"),
                PackagedPair.place(journal, "Stopped lbkeeper.service"),
                PackagedPair.place(journal, "Stopping haproxy.service"))).as("the order in: %s", journal).isSorted();
    }

    /** The same package with a higher version and another default in its settings. */
    private static Path later() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/deb/later"));
        Path file = folder.resolve("lbkeeper.deb").toAbsolutePath();
        here("/bin/sh", "-ec", String.join("\n", "cd " + folder, "rm -rf root", "dpkg-deb -R '" + built + "' root",
                "sed -i '/^Version:/s/$/+later/' root/DEBIAN/control",
                "echo '# Another default.' >>root/etc/lbkeeper/lbkeeper.properties",
                "dpkg-deb --root-owner-group -Znone -b root '" + file + "'")).well();
        return file;
    }

    private static Program.Outcome here(String... command) throws Exception {
        return Program.run(LONG, Map.of("LC_ALL", "C.UTF-8"), command);
    }
}
