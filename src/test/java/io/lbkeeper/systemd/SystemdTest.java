package io.lbkeeper.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What systemd is told, and when, on a clock that the test moves. */
class SystemdTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final List<String> heard = new ArrayList<>();
    private Duration now = Duration.ofHours(1);
    private String status = "KeepRecord: all\nis well.";
    private Duration patience = Duration.ofSeconds(50);
    private boolean deaf;
    private final Systemd systemd = new Systemd(new Ear(), Optional.of(LIMIT), () -> now,
            new Systemd.Subject(() -> status, () -> patience));

    @Test
    void theFirstCompletedCycleMakesItReady() throws Exception {
        systemd.tell();
        assertThat(heard).as("before").isEmpty();
        cycle();
        assertThat(heard).containsExactly("READY=1", "WATCHDOG_USEC=120000000", "STATUS=KeepRecord: all is well.",
                "WATCHDOG=1");
        cycle();
        assertThat(heard).as("nothing is new").hasSize(4);
    }

    @Test
    void onlyCompletedCyclesFeedTheWatchdogFourTimesWithinItsLimit() throws Exception {
        for (int i = 0; i < 24; i++) {
            cycle();
            now = now.plusSeconds(5);
        }
        assertThat(heard).filteredOn("WATCHDOG=1"::equals).hasSize(4);
        now = now.plusHours(1);
        systemd.reloading();
        systemd.tell();
        status = "another";
        systemd.tell();
        assertThat(heard).as("no cycle since").filteredOn("WATCHDOG=1"::equals).hasSize(4);
    }

    @Test
    void anotherDecisionIsAnotherStatus() throws Exception {
        cycle();
        status = "TakeOver: lb2 is gone.";
        heard.clear();
        cycle();
        assertThat(heard).containsExactly("STATUS=TakeOver: lb2 is gone.");
    }

    @Test
    void anEditIsAReloadFromItsBeginningToItsEnd() throws Exception {
        cycle();
        heard.clear();
        systemd.reloading();
        patience = Duration.ofMinutes(10);
        systemd.reloaded();
        systemd.tell();
        systemd.tell();
        assertThat(heard).as("its watchdog waits for longer than lbkeeper's own").containsExactly("RELOADING=1",
                "READY=1", "WATCHDOG_USEC=1200000000");
        systemd.reloaded();
        systemd.tell();
        assertThat(heard).as("an edit that was refused before it began").hasSize(3);
    }

    @Test
    void whatCouldNotBeToldIsToldWithTheNextCycle() throws Exception {
        deaf = true;
        cycle();
        systemd.reloading();
        systemd.tell();
        systemd.reloaded();
        systemd.tell();
        assertThat(heard).isEmpty();
        deaf = false;
        cycle();
        systemd.tell();
        systemd.tell();
        assertThat(heard).filteredOn(word -> !word.startsWith("STATUS") && !word.startsWith("WATCHDOG"))
                .containsExactly("READY=1", "RELOADING=1", "READY=1");
    }

    @Test
    void theLastWordIsThatItStops() {
        systemd.stopping();
        assertThat(heard).containsExactly("STOPPING=1", "STATUS=Stopping");
    }

    private void cycle() throws InterruptedException {
        systemd.completed();
        systemd.tell();
    }

    private final class Ear implements Sender {
        @Override
        public void send(List<String> assignments) throws IOException {
            if (deaf) {
                throw new IOException("there is no systemd-notify");
            }
            heard.addAll(assignments);
        }

        @Override
        public void launch(List<String> assignments) {
            heard.addAll(assignments);
        }
    }
}
