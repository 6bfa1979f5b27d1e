package services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Debian package on a Debian 12 with nothing but apt: what apt and systemd make of it. */
class PackageIT {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String SETTINGS = "/etc/lbkeeper/lbkeeper.properties";
    private static final String OWN_SETTINGS = """
            lb.node=lb1
            lb.nodes=lb1,lb2
            lb.domain=example.com
            lb.service=lb.example.com
            lb.dns=local
            lb.route53.zone-id=ZEXAMPLE
            lb.address=127.0.0.1
            lb.check.interval=1s
            lb.check.timeout=500ms
            lb.check.fastinter=200ms
            lb.address.timeout=500ms
            lb.route53.timeout=900ms
            """;
    private static final String HAPROXY = """
            global
              setenv LBKEEPER_NODE lb1
              setenv LBKEEPER_PEERS "127.0.0.0/8"
              maxconn 400
            defaults
              mode http
              timeout connect 3s
              timeout client 30s
              timeout server 30s
            frontend www
              bind 127.0.0.1:80
              maxconn 100
              http-request return status 200
            """;
    private static final String ROUTE53 = """
            [Unit]
            Before=lbkeeper.service
            [Service]
            ExecStart=/usr/bin/lbkeeper local-route53 --zone example.com=ZEXAMPLE --file /var/lib/zone.xml
            [Install]
            WantedBy=multi-user.target
            """;

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
        assertThat(fresh.run("stat -c '%A %U:%G %n' " + SETTINGS + " /etc/lbkeeper/credentials /var/lib/lbkeeper "
                + "/var/cache/lbkeeper/classes.jsa").well().output().lines()).containsExactly(
                "-rw-r----- root:lbkeeper " + SETTINGS, "drwx------ root:root /etc/lbkeeper/credentials",
                "drwxr-x--- lbkeeper:lbkeeper /var/lib/lbkeeper", "-r--r--r-- root:root /var/cache/lbkeeper/classes.jsa");
        for (String file : List.of("man/man8/lbkeeper.8.gz", "man/man5/lbkeeper.properties.5.gz",
                "bash-completion/completions/lbkeeper", "lbkeeper/haproxy/lbkeeper.cfg",
                "lbkeeper/routes/watch.camel.yaml", "doc/lbkeeper/examples/lbkeeper.properties")) {
            assertThat(fresh.root.resolve("usr/share").resolve(file)).isRegularFile();
        }
        assertThat(fresh.run("dpkg --verify lbkeeper").output()).as("files that differ from the package's")
                .isEmpty();
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
            machine.write(SETTINGS, OWN_SETTINGS + "lb.ttl=30s\n");
            machine.write("/etc/lbkeeper/routes/own.camel.yaml", "[]\n");
            machine.run("mkdir /var/lib/lbkeeper/requests && echo reason=rest >/var/lib/lbkeeper/requests/pause").well();
            for (String deb : List.of("/var/two.deb", "/var/one.deb")) {
                String archive = machine.run("stat -c %y /var/cache/lbkeeper/classes.jsa").well().output();
                assertThat(machine.install(deb).output()).doesNotContain("not configured yet");
                assertThat(machine.read(SETTINGS)).endsWith("lb.ttl=30s\n");
                assertThat(machine.read("/var/lib/lbkeeper/requests/pause")).isEqualTo("reason=rest\n");
                assertThat(machine.read("/etc/lbkeeper/routes/own.camel.yaml")).isEqualTo("[]\n");
                assertThat(machine.run("stat -c %y /var/cache/lbkeeper/classes.jsa").well().output())
                        .as("when the archive was made").isNotEqualTo(archive);
                assertThat(machine.run("dpkg-query -W -f '${Version}' lbkeeper").output().endsWith("+later"))
                        .isEqualTo(deb.equals("/var/two.deb"));
            }
            machine.run("rm -r /etc/lbkeeper/routes && apt-get -y remove lbkeeper").well();
            assertThat(machine.read(SETTINGS)).as("after a removal").endsWith("lb.ttl=30s\n");
            machine.run("apt-get -y purge lbkeeper").well();
            assertThat(machine.run("find / -xdev -path /proc -prune -o -path /var/log -prune -o -name '*lbkeeper*' -print")
                    .output()).as("what a purge leaves").isEmpty();
        }
    }

    private static Path later() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/deb/later"));
        Path file = folder.resolve("lbkeeper.deb").toAbsolutePath();
        here("/bin/sh", "-c", "rm -rf '" + folder + "'/* && dpkg-deb -R '" + built + "' '" + folder + "/root' && sed -i "
                + "'/^Version:/s/$/+later/' '" + folder + "/root/DEBIAN/control' && echo '# Another default.' >>'"
                + folder + "/root/etc/lbkeeper/lbkeeper.properties' && dpkg-deb --root-owner-group -Znone -b '" + folder
                + "/root' '" + file + "'").well();
        return file;
    }

    private static Program.Outcome here(String... command) throws Exception {
        return Program.run(LONG, Map.of("LC_ALL", "C.UTF-8"), command);
    }
}
