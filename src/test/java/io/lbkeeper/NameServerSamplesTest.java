package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on name servers shows the files that the integration tests start the servers with, to the letter. */
class NameServerSamplesTest {
    private static final Path FILES = Path.of("src/main/docs/dns-servers");

    @Test
    void thePageShowsEveryFile() throws IOException {
        List<String> shown = Page.of("src/main/docs/dns-servers.md").samples().stream().map(Page.Sample::text).toList();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.sorted().toList()) {
                assertThat(shown).as("the samples of dns-servers.md, one of which must be %s", file)
                        .contains(Files.readString(file));
            }
        }
    }
}
