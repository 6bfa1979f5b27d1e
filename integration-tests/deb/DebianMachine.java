package deb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import services.Program;

/**
 * A Debian 12 of its own, made by debootstrap from the mirror that this machine's apt uses: a folder to run programs
 * in, or a whole machine with its own systemd, network and processes. Needs root and the right to mount.
 */
final class DebianMachine implements AutoCloseable {
    private static final Path HOME = Path.of("target/debian-12").toAbsolutePath();
    private static final Path BASE = HOME.resolve("base.tar");
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final String MIRROR = "http://deb.debian.org/debian";
    private static final String NSPAWN = "/usr/bin/systemd-nspawn";

    final Path root;
    private Process container;

    private DebianMachine(Path root) {
        this.root = root;
    }

    /** The smallest Debian 12 that has apt. What was fetched for it is kept for the next time. */
    static DebianMachine minimal(String name) throws Exception {
        DebianMachine machine = new DebianMachine(emptied(name));
        if (Files.exists(BASE)) {
            here("/bin/tar", "--numeric-owner", "-xpf", BASE.toString(), "-C", machine.root.toString()).well();
        } else {
            here("/usr/sbin/debootstrap", "--variant=minbase", "bookworm", machine.root.toString(), mirror()).well();
            here("/bin/tar", "--numeric-owner", "-cpf", BASE + ".new", "-C", machine.root.toString(), ".").well();
            Files.move(Path.of(BASE + ".new"), BASE);
        }
        Program.Outcome tried = machine.run("true");
        assertThat(tried.exitCode()).as("a program in %s; this test needs root and the right to mount, which a"
                + " container may not have. systemd-nspawn said: %s", machine.root, tried.output()).isZero();
        return machine;
    }

    /** Another one, just as this one is now; both must be off. */
    DebianMachine copy(String name) throws Exception {
        Path other = emptied(name);
        here("/bin/cp", "-a", "--reflink=auto", root + "/.", other.toString()).well();
        return new DebianMachine(other);
    }

    /** Runs a shell's line in it: in the running machine, or in its files with the network of this one. */
    Program.Outcome run(String line) throws Exception {
        List<String> command = new ArrayList<>();
        if (container == null) {
            command.addAll(List.of(NSPAWN, "--quiet", "--register=no", "--keep-unit", "--pipe", "-D", root.toString(),
                    "--setenv=DEBIAN_FRONTEND=noninteractive", "--setenv=LC_ALL=C.UTF-8"));
        } else {
            command.addAll(List.of("/usr/bin/nsenter", "--all", "--target", String.valueOf(first().pid())));
        }
        command.addAll(List.of("/bin/sh", "-c", line));
        Program.Outcome outcome = here(command.toArray(String[]::new));
        // It says so of a folder that it lets stand, whatever it was asked to run.
        return new Program.Outcome(outcome.exitCode(), outcome.output().replaceAll(
                "\\n?Attempted to remove disk file system under .*", "").strip());
    }

    /** Has apt install what is named, a file by its path in the machine, with nobody there to answer questions. */
    Program.Outcome install(String what) throws Exception {
        return run("apt-get -y -o Dpkg::Options::=--force-unsafe-io -o Dpkg::Options::=--force-confold"
                + " --allow-downgrades install " + what).well();
    }

    void bring(Path file, String to) throws IOException {
        Files.copy(file, root.resolve(to.substring(1)));
    }

    void write(String file, String text) throws IOException {
        Path written = root.resolve(file.substring(1));
        Files.createDirectories(written.getParent());
        Files.writeString(written, text);
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file.substring(1)));
    }

    /** Turns it on, and waits until its systemd has started what there is to start. */
    void boot() throws Exception {
        container = new ProcessBuilder(NSPAWN, "--quiet", "--register=no", "--keep-unit", "--private-network",
                "--console=pipe", "--boot", "-D", root.toString()).redirectErrorStream(true)
                .redirectOutput(HOME.resolve(root.getFileName() + ".console").toFile()).start();
        container.getOutputStream().close();
        await("its systemd").atMost(Duration.ofSeconds(60)).until(() -> container.children().findAny().isPresent()
                && run("systemctl is-system-running").output().matches("running|degraded"));
    }

    /** Turns it off as an operator does, and waits until it is. */
    void powerOff() throws Exception {
        run("systemctl poweroff");
        assertThat(container.waitFor(90, TimeUnit.SECONDS)).as("off within 90 s").isTrue();
        container = null;
    }

    /** What its journal has of these units, the line's time and unit before each; also when it is off. */
    String journal(String... units) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/journalctl", "--no-pager", "-o", "short-precise", "-D",
                root.resolve("var/log/journal").toString()));
        List.of(units).forEach(unit -> command.addAll(List.of("-u", unit)));
        return here(command.toArray(String[]::new)).output();
    }

    @Override
    public void close() throws IOException {
        try {
            if (container != null) {
                // Its first process takes all others with it; without nspawn it would go on by itself.
                container.children().forEach(ProcessHandle::destroyForcibly);
                container.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
            Program.run(LONG, Map.of(), "/bin/rm", "-rf", "--one-file-system", root.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessHandle first() {
        return container.children().findFirst().orElseThrow(() -> new AssertionError(root + " is off; see "
                + HOME.resolve(root.getFileName() + ".console")));
    }

    private static Path emptied(String name) throws Exception {
        Path folder = HOME.resolve(name);
        here("/bin/rm", "-rf", "--one-file-system", folder.toString()).well();
        return Files.createDirectories(folder);
    }

    private static String mirror() throws Exception {
        return here("/usr/bin/apt-get", "indextargets", "--format", "$(REPO_URI)", "Codename: bookworm",
                "Created-By: Packages").output().lines().filter(line -> line.startsWith("http")).findFirst()
                .orElse(MIRROR);
    }

    private static Program.Outcome here(String... command) throws Exception {
        return Program.run(LONG, Map.of("LC_ALL", "C.UTF-8"), command);
    }
}
