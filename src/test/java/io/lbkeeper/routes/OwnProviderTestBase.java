package io.lbkeeper.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** A shipped route over a DNS provider that the test plays. */
abstract class OwnProviderTestBase extends RouteTestBase {
    final StubCycle cycle = new StubCycle();
    final OwnProvider provider = new OwnProvider();
    private final Path folder = OwnProvider.writeKamelets(newFolder());

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle, "mine", provider);
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.dns", "mine",
                "camel.component.kamelet.location", "file:" + ROUTES.resolve("kamelets") + ",file:" + folder);
    }

    @Override
    Set<String> providers() {
        return Set.of("mine");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        for (String part : new String[] {"read", "change"}) {
            Files.delete(folder.resolve("dns-mine-" + part + "-action.kamelet.yaml"));
        }
        Files.delete(folder);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("own-provider");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
