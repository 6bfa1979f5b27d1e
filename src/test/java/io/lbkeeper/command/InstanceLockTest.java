package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    @TempDir
    Path folder;

    @Test
    void onlyOneHoldsIt() throws Exception {
        Path state = folder.resolve("not/there/yet");
        try (InstanceLock first = InstanceLock.take(state, "lb1")) {
            assertThat(first).isNotNull();
            assertHeld(state);
        }
        InstanceLock.take(state, "lb1").close();
    }

    @Test
    void anotherProcessKeepsItAsLongAsItLives() throws Exception {
        Process other = start(List.of());
        try (BufferedReader says = output(other)) {
            assertThat(says.readLine()).as("what the other process says").isEqualTo("held");
            assertHeld(folder);
            other.destroyForcibly().waitFor();
            InstanceLock.take(folder, "lb1").close();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void whoeverIsRefusedIsToldWhoHoldsIt() throws Exception {
        Process other = start(List.of());
        try (BufferedReader says = output(other)) {
            assertThat(says.readLine()).as("what the other process says").isEqualTo("held");
            assertThatThrownBy(() -> InstanceLock.take(folder, "lb1")).hasMessageContaining("lock is locked by lb7, "
                    + "process " + other.pid() + " on " + InetAddress.getLocalHost().getHostName() + ")");
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (InstanceLock next = InstanceLock.take(folder, "lb1")) {
            assertThat(next).isNotNull();
            assertThat(folder.resolve("lock")).content().startsWith("lb1, process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aStateDirectoryThatIsReachedInAnotherWayIsTheSame() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("state")));
        try (InstanceLock first = InstanceLock.take(folder.resolve("state"), "lb1")) {
            assertThat(first).isNotNull();
            assertHeld(link);
        }
    }

    /** As where an operator has started one by hand as root, and systemd starts another as its own user. */
    @Test
    void aUserWhoMayNotWriteItSeesThatItIsHeld() throws Exception {
        assumeThat(System.getProperty("user.name")).as("only root can become another user").isEqualTo("root");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        try (InstanceLock first = InstanceLock.take(folder, "lb1")) {
            assertThat(first).isNotNull();
            assertThat(ends(start(asNobody))).contains("UsageException").contains("is locked by lb1, process");
        }
        Process alone = start(asNobody);
        try (BufferedReader says = output(alone)) {
            assertThat(says.readLine()).as("what it says when nobody else is there").isEqualTo("held");
            assertHeld(folder);
        } finally {
            alone.destroyForcibly();
        }
        Files.delete(folder.resolve("lock"));
        assertThat(ends(start(asNobody))).contains("AccessDeniedException");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAnotherMatter() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> InstanceLock.take(file.resolve("state"), "lb1")).isInstanceOf(IOException.class);
    }

    private static void assertHeld(Path state) {
        assertThatThrownBy(() -> InstanceLock.take(state, "lb1")).isInstanceOf(UsageException.class)
                .hasMessageContaining("another lbkeeper runs with lb.state-dir=" + state)
                .hasMessageContaining("stop it first");
    }

    /** Another process, perhaps another user's, that takes the lock; its classes lie where every user may read them. */
    private Process start(List<String> as) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        Files.setPosixFilePermissions(classes, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (Class<?> each : List.of(InstanceLock.class, UsageException.class, Holder.class)) {
            String name = each.getName().replace('.', '/') + ".class";
            Path copy = classes.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(each.getResourceAsStream("/" + name), copy);
        }
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-cp", classes.toString(),
                Holder.class.getName(), folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String ends(Process process) throws IOException {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Another process that holds the lock until it is ended. */
    static final class Holder {
        private Holder() {
        }

        public static void main(String[] args) throws Exception {
            InstanceLock held = InstanceLock.take(Path.of(args[0]), "lb7");
            System.out.println("held");
            System.in.read();
            held.close();
        }
    }
}
