package io.lbkeeper.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlanceTest {
    @TempDir
    private Path folder;
    private Path settings;
    private Path watch;
    private Instant now = Instant.now().plusSeconds(3600);
    private final Glance glance = new Glance(() -> now);

    @BeforeEach
    void save() throws IOException {
        settings = Files.writeString(folder.resolve("lbkeeper.properties"), "lb.node={{file:" + folder + "/name}}\n");
        watch = Files.writeString(Files.createDirectories(folder.resolve("routes/kamelets")).resolveSibling(
                "watch.camel.yaml"), "first");
    }

    private Saved read() throws IOException {
        return glance.read(settings, folder.resolve("routes"));
    }

    @Test
    void whatHasNotChangedIsNotReadAgainUntilAMinuteIsOver() throws IOException {
        Saved first = read();
        for (int i = 1; i < 60; i++) {
            assertThat(read()).as("glance " + i).isSameAs(first);
        }
        assertThat(read()).as("after a minute of glances").isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void anEditIsSeenThoughItsTimeAndItsSizeAreSetBack() throws IOException {
        FileTime before = Files.getLastModifiedTime(watch);
        read();
        Files.setLastModifiedTime(Files.writeString(watch, "other"), before);
        assertThat(read().texts().get(watch)).isEqualTo("other");
    }

    @Test
    void aFileThatComesOrGoesIsSeen() throws IOException {
        read();
        Path kamelet = Files.writeString(folder.resolve("routes/kamelets/mine.kamelet.yaml"), "mine");
        assertThat(read().texts()).containsKey(kamelet);
        Files.delete(kamelet);
        assertThat(read().texts()).doesNotContainKey(kamelet);
        Path name = Files.writeString(folder.resolve("name"), "lb1");
        assertThat(read().texts()).as("what the settings refer to").containsEntry(name, "lb1");
        Files.delete(watch);
        assertThatThrownBy(this::read).hasMessageContaining("no routes in");
        Files.writeString(watch, "again");
        assertThat(read().texts()).containsEntry(watch, "again");
    }

    @Test
    void whatWasSavedAMomentAgoIsReadAgainSinceItsTimeMayNotTell() throws IOException {
        now = Instant.now();
        Saved first = read();
        assertThat(read()).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void anotherFolderIsAnotherReading() throws IOException {
        read();
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("watch.camel.yaml"), "theirs");
        assertThat(glance.read(settings, other).texts()).containsValue("theirs").doesNotContainValue("first");
    }
}
