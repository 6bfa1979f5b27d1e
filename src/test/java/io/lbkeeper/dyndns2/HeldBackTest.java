package io.lbkeeper.dyndns2;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        held.sent(LOGIN, NAME, ADDRESS, "sent");
        assertThat(held.reason(LOGIN, NAME, ADDRESS)).isPresent();
        held.sent(LOGIN, NAME, "203.0.113.20", "sent");
        assertThat(held.reason(LOGIN, NAME, ADDRESS)).isEmpty();
    }

    /** Name servers may lag: what was there before says nothing, what somebody else has sent since says all. */
    @ParameterizedTest
    @CsvSource({"'',                        true", "203.0.113.20,              true", "203.0.113.30, false",
        "203.0.113.10,              false"})
    void whatNameServersShowTellsWhetherItIsStillOpen(String shownThen, boolean isOpen) {
        HeldBack before = held();
        List<RecordSet> there = shownThen.isEmpty() ? List.of() : List.of(a("203.0.113.20"));
        before.shown(List.of(NAME), there);
        before.sent(LOGIN, NAME, ADDRESS, "sent");
        for (HeldBack held : List.of(held(), before)) {
            held.shown(List.of("other.example.com"), List.of());
            assertThat(held.reason(LOGIN, NAME, ADDRESS)).isPresent();
            held.shown(List.of(NAME), shownThen.isEmpty() ? List.of() : List.of(a(shownThen)));
            assertThat(held.reason(LOGIN, NAME, ADDRESS).isPresent()).isEqualTo(isOpen);
            assertThat(held().reason(LOGIN, NAME, ADDRESS).isPresent()).as("after a restart").isEqualTo(isOpen);
        }
    }

    /** The provider has it already, which others' lag may hide; once it is seen, what comes after it is news. */
    @Test
    void whatIsSoAlreadyIsOpenUntilItIsSeen() {
        HeldBack held = held();
        held.same(LOGIN, NAME, "2001:db8::10", "nochg");
        held.shown(List.of(NAME), List.of(a("203.0.113.30")));
        assertThat(held.reason(LOGIN, NAME, "2001:db8::10")).contains("not sent for another 1800 s: nochg");
        held.shown(List.of(NAME), List.of(RecordSet.simple(NAME, "AAAA", Duration.ZERO, "2001:db8:0:0:0:0:0:10")));
        assertThat(held.reason(LOGIN, NAME, "2001:db8::10")).isEmpty();
    }

    @Test
    void whatTheAccountOrTheNameIsRefusedForNothingThatIsShownLifts() {
        HeldBack held = held();
        held.name(LOGIN, NAME, "abuse");
        held.shown(List.of(NAME), List.of(a(ADDRESS)));
        assertThat(held.reason(LOGIN, NAME, ADDRESS)).isPresent();
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

    private static RecordSet a(String address) {
        return RecordSet.simple(NAME, "A", Duration.ofSeconds(60), address);
    }

    private HeldBack held() {
        return new HeldBack(Optional.of(folder), () -> now);
    }
}
