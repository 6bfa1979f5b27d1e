package io.lbkeeper.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a setting may be by its page, the shipped routes take. */
class EdgeSettingsTest {
    private static Check check;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readSchemaAndCatalogueOnce() {
        check = new Check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb.log.summary=0s", "lb.follow.deadline=0s", "lb.reload.interval=0s", "lb.grace=0s",
        "lb.hold-down=0s", "lb.check.confirmations=0", "lb.http=", "lb.records.interval=1h",
            "lb.check.interval=1s lb.check.timeout=500ms lb.check.fastinter=200ms lb.address.timeout=500ms "
                    + "lb.route53.timeout=900ms"})
    void theShippedRoutesAreGoodWithIt(String lines) throws IOException {
        Path config = Mistakes.copyInto(folder);
        Files.writeString(config, "\n" + lines.replace(" ", "\n") + "\n", StandardOpenOption.APPEND);
        assertThat(check.of(config, folder.resolve("routes"), Set.of(), MistakesTest.CHANNELS).all()).isEmpty();
    }
}
