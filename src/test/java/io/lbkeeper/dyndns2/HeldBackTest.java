package io.lbkeeper.dyndns2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldBackTest {
    private static final Login LOGIN = new Login("https://example.net/nic/update", "ops", "s3cret", "a - b - c");
    private static final String NAME = "lb.example.com";
    private static final String ADDRESS = "203.0.113.10";

    private Instant now = Instant.parse("2026-11-23T20:00:00Z");
    @TempDir
    private Path folder;

    @Test
    void aRestartChangesNothingAndNoSecretIsKept() throws IOException {
        held().account(LOGIN, "because\tof\nthat");
        assertThat(held().reason(LOGIN, NAME, ADDRESS)).contains("not sent for another 1800 s: because of that");
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain("s3cret");
            }
        }
        assertThat(held().reason(new Login(LOGIN.url(), "ops", "other", "a - b - c"), NAME, ADDRESS)).isEmpty();
    }

    /** Otherwise a machine whose clock was wrong for a moment would be silent for years. */
    @Test
    void aClockThatWasSetBackHoldsNothingLonger() {
        held().name(LOGIN, NAME, "why");
        now = now.minus(Duration.ofHours(1));
        assertThat(held().reason(LOGIN, NAME, ADDRESS)).isEmpty();
    }

    @Test
    void whatWasSentElsewhereSinceMayComeBack() {
        HeldBack held = held();
        held.same(LOGIN, NAME, ADDRESS, HeldBack.SHORT, "sent");
        assertThat(held.reason(LOGIN, NAME, ADDRESS)).isPresent();
        held.same(LOGIN, NAME, "203.0.113.20", HeldBack.SHORT, "sent");
        assertThat(held.reason(LOGIN, NAME, ADDRESS)).isEmpty();
    }

    @Test
    void aSpoiltFileHoldsNothingBackAndBreaksNothing() throws IOException {
        held().name(LOGIN, NAME, "why");
        try (var files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "nonsense\n\t\t\t\t\n9999999999999999999\ta\tb\tc\td\n");
        }
        assertThat(held().reason(LOGIN, NAME, ADDRESS)).isEmpty();
    }

    @Test
    void whereNothingIsKeptItHoldsBackAllTheSame() {
        HeldBack held = new HeldBack(Optional.empty(), () -> now);
        held.name(LOGIN, NAME, "why");
        assertThat(held.reason(LOGIN, NAME, ADDRESS)).isPresent();
    }

    private HeldBack held() {
        return new HeldBack(Optional.of(folder), () -> now);
    }
}
