package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotifyCommandActionTest extends ChannelTestBase {
    private final Path said = newFile();

    @Override
    String channel() {
        return "command";
    }

    @Override
    Map<String, String> needed() {
        return Map.of("lb.notify.command", "/usr/bin/tee " + said, "lb.notify.timeout", "20s");
    }

    @AfterEach
    void delete() throws IOException {
        Files.delete(said);
    }

    @Test
    void theProgramGetsTheNoticeAsJson() throws Exception {
        assertThat(sent(NOTICE)).isNull();
        assertThat(Files.readAllLines(said)).hasSize(1);
        assertThat(new ObjectMapper().readTree(said.toFile()).get("text").textValue()).isEqualTo(HOSTILE);
    }

    @Test
    void oneThatFailsIsAFailure() throws IOException {
        Files.delete(said);
        Files.createDirectory(said);
        assertThat(sent(NOTICE)).hasMessageContaining("/usr/bin/tee ended with exit code 1");
    }

    private static Path newFile() {
        try {
            return Files.createTempFile("notify-command", ".json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
