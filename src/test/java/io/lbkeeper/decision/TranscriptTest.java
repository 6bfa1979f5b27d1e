package io.lbkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each transcript is a story that reads like a log. After a wanted change of the decision, run once with
 * {@code -Dtranscripts.write=true} and read the difference as a reviewer would.
 */
class TranscriptTest {
    private static final Path STORIES = Path.of("src/test/resources/transcripts");

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.sorted().toList().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                    () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String written = Files.readString(file);
        String told = new Story().tell(written);
        if (Boolean.getBoolean("transcripts.write")) {
            Files.writeString(file, told);
            return;
        }
        assertThat(told).as("the story of %s", file).isEqualTo(written);
    }
}
