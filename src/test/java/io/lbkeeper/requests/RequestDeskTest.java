package io.lbkeeper.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Requests;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");

    @TempDir
    private Path stateDir;
    private Instant now = NOW;
    private volatile List<String> unread = List.of("not asked yet");

    @Test
    void withoutAFileNothingIsAsked() {
        assertThat(desk().read()).isEqualTo(Requests.none());
        assertThat(unread).isEmpty();
    }

    @Test
    void whatIsAskedIsToldInWordsUntilItEnds() throws IOException {
        files().write(new Request(Kind.PAUSE, NOW, "alice", Optional.of(NOW.plusSeconds(60)),
                Optional.of("kernel update"), Optional.empty(), Optional.empty()));
        assertThat(desk().read().pause()).contains("paused by alice until 2026-11-23 16:01 UTC (kernel update)");
        now = NOW.plusSeconds(59);
        assertThat(desk().read().pause()).as("a second before its end").isPresent();
        now = NOW.plusSeconds(60);
        assertThat(desk().read()).as("at its end").isEqualTo(Requests.none());
        assertThat(files().file(Kind.PAUSE)).as("what has ended").doesNotExist();
    }

    @Test
    void leavingEndsWithTheBootAndCountsAsADrain() throws IOException {
        files().write(leave(RequestFiles.currentBoot()));
        assertThat(desk().read().drain()).contains("going down by root");
        files().write(leave("another-boot"));
        assertThat(desk().read().drain()).as("after a boot").isEmpty();
    }

    @Test
    void aNoticeOfTheCloudCountsAsADrainAsLongAsTheProcessLives() {
        RequestDesk desk = desk();
        desk.sawNotice(Answer.value("going down: spot notice"));
        assertThat(desk.read().drain()).contains("going down: spot notice");
        desk.sawNotice(Answer.couldNotAsk("the metadata service is silent"));
        assertThat(desk.read().drain()).as("when it could not be asked").isPresent();
        desk.sawNotice(Answer.absent("no notice any more"));
        assertThat(desk.read().drain()).isEmpty();
    }

    @Test
    void anEmptyFileMadeByHandIsARequestWithoutAnEnd() throws IOException {
        Files.createDirectories(files().file(Kind.DRAIN).getParent());
        Files.createFile(files().file(Kind.DRAIN));
        assertThat(desk().read().drain()).contains("drained");
    }

    @Test
    void whatCannotBeReadPausesAndNeverMoves() throws IOException {
        for (Kind kind : Kind.values()) {
            Files.createDirectories(files().file(kind).getParent());
            Files.writeString(files().file(kind), "until=tomorrow\n");
        }
        Requests asked = desk().read();
        assertThat(asked.pause()).isPresent();
        assertThat(asked.drain()).isEmpty();
        assertThat(asked.switchover()).isEmpty();
        assertThat(unread).hasSize(Kind.values().length).allMatch(line -> line.contains("is no request")
                && line.contains("delete the file"));
        Files.write(files().file(Kind.PAUSE), new byte[] {(byte) 0xC3, 0x28});
        assertThat(desk().read().pause()).as("of bytes that are no text").isPresent();
    }

    @Test
    void aFileThatIsCutOffIsNoWishToMove() throws IOException {
        for (Kind kind : new Kind[] {Kind.SWITCHOVER, Kind.LEAVE}) {
            Files.createDirectories(files().file(kind).getParent());
            Files.createFile(files().file(kind));
        }
        Requests asked = desk().read();
        assertThat(asked.switchover()).isEmpty();
        assertThat(asked.drain()).isEmpty();
        assertThat(unread).hasSize(2);
    }

    @Test
    void aDrainThatCannotBeReadKeepsTheNodeFromTakingOver() throws IOException {
        Files.createDirectories(files().file(Kind.DRAIN).getParent());
        Files.writeString(files().file(Kind.DRAIN), "until=tomorrow\n");
        assertThat(desk().read().pause()).contains("paused, since a request can't be read");
    }

    @Test
    void aPlaceThatCannotBeLookedIntoMayHoldARequest() throws IOException {
        Path folder = files().file(Kind.DRAIN).getParent();
        assertThat(desk().read()).as("no folder yet").isEqualTo(Requests.none());
        Files.createDirectories(folder.getParent());
        assertThat(desk().read()).as("no folder of requests yet").isEqualTo(Requests.none());
        Files.writeString(folder, "");
        assertThat(desk().read().pause()).as("a file in its place").isPresent();
        assertThat(unread).isNotEmpty();
    }

    @Test
    void allCyclesReadOnOneThread() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        RequestDesk desk = new RequestDesk(Optional.of(files()), () -> now, troubles ->
                threads.add(Thread.currentThread()));
        desk.read();
        desk.read();
        assertThat(threads).hasSize(2).doesNotContain(Thread.currentThread());
        assertThat(threads.get(1)).isSameAs(threads.get(0));
    }

    @Test
    void aDiskThatHangsLeavesWhatWasInForce() throws Exception {
        files().write(new Request(Kind.DRAIN, NOW, "alice", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty()));
        RequestDesk desk = desk();
        assertThat(desk.read().drain()).isPresent();
        Files.delete(files().file(Kind.DRAIN));
        // Whoever opens a pipe that nobody writes to waits for ever.
        assertThat(new ProcessBuilder("mkfifo", files().file(Kind.DRAIN).toString()).start().waitFor()).isZero();
        assertThat(desk.read().drain()).isPresent();
        assertThat(unread).singleElement().asString().contains("the disk does not answer");
        try (var writer = new FileOutputStream(files().file(Kind.DRAIN).toFile())) {
            writer.write("by=bob\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.delete(files().file(Kind.DRAIN));
        await("the disk to answer again").atMost(Duration.ofSeconds(10)).until(() -> desk.read().drain().isEmpty());
    }

    @Test
    void aSwitchoverIsOverWhenTheNameHasMoved() throws IOException {
        files().write(new Request(Kind.SWITCHOVER, NOW, "alice", Optional.of(NOW.plusSeconds(60)), Optional.empty(),
                Optional.of("lb2"), Optional.empty()));
        RequestDesk desk = desk();
        assertThat(desk.read().switchover().orElseThrow().to()).contains("lb2");
        Decision.HandOver move = new Decision.HandOver("because.", Change.swap(List.of(), List.of()));
        desk.acted(move, new Outcome.Lost("somebody was faster"));
        assertThat(desk.read().switchover()).as("after a lost change").isPresent();
        desk.acted(move, new Outcome.Applied("C1"));
        await("the end of the request after the move").atMost(Duration.ofSeconds(10))
                .until(() -> desk.read().switchover().isEmpty());
    }

    @Test
    void aRequestThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
        files().write(leave("one"));
        Path folder = files().file(Kind.LEAVE).getParent();
        Path aside = Files.move(folder, stateDir.resolve("aside"));
        Files.createFile(folder);
        assertThatThrownBy(() -> files().write(leave("two"))).isInstanceOf(IOException.class);
        Files.delete(folder);
        Files.move(aside, folder);
        assertThat(files().read(Kind.LEAVE).orElseThrow().boot()).contains("one");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Property(tries = 300)
    void everyTextComesBackInOneLine(@ForAll String reason, @ForAll String by) throws IOException {
        Path dir = Files.createTempDirectory("requests");
        try {
            RequestFiles files = new RequestFiles(dir);
            Request written = new Request(Kind.DRAIN, NOW, by, Optional.of(NOW.plus(Duration.ofHours(1))),
                    Optional.of(reason), Optional.empty(), Optional.empty());
            files.write(written);
            Request read = files.read(Kind.DRAIN).orElseThrow();
            assertThat(read.until()).isEqualTo(written.until());
            assertThat(read.words()).doesNotContain("\n", "\r");
            String inOneLine = reason.replaceAll("\\p{Cntrl}+", " ").strip();
            // Half of a surrogate pair is no character, and has no form in a file.
            if (inOneLine.equals(new String(inOneLine.getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8))) {
                assertThat(read.reason().orElse("")).isEqualTo(inOneLine);
            }
            files.remove(Kind.DRAIN);
        } finally {
            Files.deleteIfExists(dir.resolve("requests"));
            Files.delete(dir);
        }
    }

    private static Request leave(String boot) {
        return new Request(Kind.LEAVE, NOW, "root", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(boot));
    }

    private RequestFiles files() {
        return new RequestFiles(stateDir);
    }

    private RequestDesk desk() {
        return new RequestDesk(Optional.of(files()), () -> now, lines -> unread = List.copyOf(lines));
    }
}
