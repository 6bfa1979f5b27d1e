package io.lbkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Queue<String> mourned = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @Test
    void whatAProgramPrintsIsHeardAndLogged() throws IOException {
        try (Children children = new Children(folder, mourned::add)) {
            start(children, "echo ready; echo well >&2; exec sleep 60");

            await().untilAsserted(() -> assertThat(heard).containsExactly("ready", "well"));
            assertThat(Files.readString(folder.resolve("x.log"))).isEqualTo("ready\nwell\n");
        }
    }

    @Test
    void oneThatEndsBecauseItWasToldToHasNotFailed() throws IOException {
        Children children = new Children(folder, mourned::add);
        start(children, "exec sleep 60");
        children.close();

        assertThat(children.failed()).isEmpty();
    }

    @Test
    void aProgramThatEndsUnaskedIsToldOfWithItsLastWord() throws IOException {
        try (Children children = new Children(folder, mourned::add)) {
            Child child = start(children, "echo cannot bind; exit 3");

            await().untilAsserted(() -> assertThat(mourned).containsExactly("x ended with exit code 3: cannot bind"));
            assertThat(children.failed()).containsExactly(child);
        }
    }

    @Test
    void oneThatWasKilledOnPurposeHasNotFailed() throws IOException {
        try (Children children = new Children(folder, mourned::add)) {
            Child child = start(children, "exec sleep 60");
            child.kill();

            assertThat(child.awaitEnd(Duration.ofSeconds(10))).isTrue();
            assertThat(children.failed()).isEmpty();
        }
    }

    @Test
    void aHungOneIsAliveAndGoesOnWhenResumed() throws IOException {
        try (Children children = new Children(folder, mourned::add)) {
            Child child = start(children, "while read line </dev/zero; do :; done; exec sleep 60");
            child.hang();

            await().untilAsserted(() -> assertThat(state(child)).isEqualTo('T'));
            assertThat(child.isHung()).isTrue();
            child.resume();

            await().untilAsserted(() -> assertThat(state(child)).isNotEqualTo('T'));
            assertThat(child.isHung()).isFalse();
        }
    }

    @Test
    void closingEndsAllAlsoTheHungAndThoseThatWillNotListen() throws IOException {
        Child hung;
        Child deaf;
        try (Children children = new Children(folder, mourned::add)) {
            hung = start(children, "exec sleep 60");
            hung.hang();
            deaf = start(children, "trap '' TERM; echo deaf; while :; do sleep 1; done");
            await().until(() -> heard.contains("deaf"));
        }
        assertThat(hung.isAlive()).isFalse();
        assertThat(deaf.isAlive()).isFalse();
    }

    @Test
    void nothingIsStartedAfterTheEnd() throws IOException {
        Children children = new Children(folder, mourned::add);
        children.close();

        assertThatThrownBy(() -> start(children, "exec sleep 60")).isInstanceOf(IOException.class)
                .hasMessageContaining("the demo is ending");
    }

    private Child start(Children children, String script) throws IOException {
        return children.start("x", "x.log", List.of("sh", "-c", script), heard::add);
    }

    /** The letter in /proc/PID/stat; T is stopped. See proc(5). */
    private static char state(Child child) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + child.pid() + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }
}
