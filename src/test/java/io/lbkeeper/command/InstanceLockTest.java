package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    @TempDir
    Path folder;

    @Test
    void onlyOneHoldsIt() throws Exception {
        Path state = folder.resolve("not/there/yet");
        try (InstanceLock first = InstanceLock.take(state)) {
            assertThat(first).isNotNull();
            assertHeld(state);
        }
        InstanceLock.take(state).close();
    }

    @Test
    void anotherProcessKeepsItAsLongAsItLives() throws Exception {
        Process other = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java", "-cp",
                System.getProperty("java.class.path"), Holder.class.getName(), folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader says = new BufferedReader(new InputStreamReader(other.getInputStream(),
                StandardCharsets.UTF_8))) {
            assertThat(says.readLine()).as("what the other process says").isEqualTo("held");
            assertHeld(folder);
            other.destroyForcibly().waitFor();
            InstanceLock.take(folder).close();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAnotherMatter() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> InstanceLock.take(file.resolve("state"))).isInstanceOf(IOException.class);
    }

    private static void assertHeld(Path state) {
        assertThatThrownBy(() -> InstanceLock.take(state)).isInstanceOf(UsageException.class)
                .hasMessageContaining("another lbkeeper runs with lb.state-dir=" + state)
                .hasMessageContaining("stop it first");
    }

    /** Another process that holds the lock until it is ended. */
    static final class Holder {
        private Holder() {
        }

        public static void main(String[] args) throws Exception {
            InstanceLock held = InstanceLock.take(Path.of(args[0]));
            System.out.println("held");
            System.in.read();
            held.close();
        }
    }
}
