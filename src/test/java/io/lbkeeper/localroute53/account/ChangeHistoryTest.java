package io.lbkeeper.localroute53.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.localroute53.zone.ChangeInfo;
import io.lbkeeper.localroute53.zone.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private final ChangeHistory history = new ChangeHistory(() -> Duration.ofSeconds(30));

    @Test
    void aChangeIsPendingForTheGivenTime() throws Refusal {
        ChangeInfo info = history.submit(1, Optional.of("why"), NOW);
        assertThat(info.status()).isEqualTo(ChangeInfo.Status.PENDING);
        assertThat(history.find(info.id(), NOW.plusMillis(29_999))).isEqualTo(info);
        assertThat(history.find(info.id(), NOW.plusSeconds(30)).status()).isEqualTo(ChangeInfo.Status.INSYNC);
    }

    @Test
    void theOldestChangesAreForgotten() throws Refusal {
        String first = history.submit(1, Optional.empty(), NOW).id();
        for (int number = 2; number <= 10_000; number++) {
            history.submit(number, Optional.empty(), NOW);
        }
        assertThat(history.find(first, NOW).id()).isEqualTo(first);
        history.submit(10_001, Optional.empty(), NOW);
        assertThatThrownBy(() -> history.find(first, NOW)).isInstanceOfSatisfying(Refusal.class,
                e -> assertThat(e.code()).isEqualTo("NoSuchChange"));
    }
}
