package io.lbkeeper.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password may be any text: it is no mistake, and no part of it is told. */
class SecretsInFindingsTest {
    private static final String OWN_MAIL = """
            - route:
                id: own-mail
                description: Sends a mail by itself.
                from:
                  uri: timer:own-mail
                  parameters: {period: 1h}
                  steps:
                    - to:
                        uri: "smtp://127.0.0.1:25?password=RAW(%s)&username=ops"
            """;
    private static Check check;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readSchemaAndCatalogueOnce() {
        check = new Check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first&second", "first)&second", "first}&second", "first)&second}&third",
        "#first&second=1"})
    void aMailPasswordIsNoMistake(String password) throws IOException {
        assertThat(findings(password).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first&second", "first=1&second=2"})
    void rawTextInAUriIsReadAsCamelReadsIt(String password) throws IOException {
        ownMail(password);
        assertThat(findings(password).all()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldWithoutAPartOfIt() throws IOException {
        ownMail("{{lb.notify.mail.password}}");
        assertThat(findings("first)&second=third").toString()).contains("own-mail").doesNotContain("first")
                .doesNotContain("second").doesNotContain("third");
        ownMail("first)&second=third");
        assertThat(findings("first)&second=third").toString()).contains("own-mail").doesNotContain("first")
                .doesNotContain("second").doesNotContain("third");
    }

    private void ownMail(String password) throws IOException {
        Files.createDirectories(folder.resolve("routes"));
        Files.writeString(folder.resolve("routes/own-mail.camel.yaml"), OWN_MAIL.formatted(password));
    }

    private Findings findings(String password) throws IOException {
        Path config = folder.resolve(Mistake.SETTINGS);
        if (!Files.exists(config)) {
            Mistakes.copyInto(folder);
            Files.writeString(config, String.join("\n", "", "lb.notify=mail", "lb.notify.mail.host=127.0.0.1",
                    "lb.notify.mail.user=ops", "lb.notify.mail.password=" + password,
                    "lb.notify.mail.from=a@example.com", "lb.notify.mail.to=b@example.com", ""),
                    StandardOpenOption.APPEND);
        }
        return check.of(config, folder.resolve("routes"), Set.of(), MistakesTest.CHANNELS);
    }
}
