package io.lbkeeper.systemd;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs in the place of systemd-notify. */
class NotifyCommandTest {

    @Test
    void oneThatIsNotThereThatFailsOrThatHangsIsToldOf() {
        assertThatThrownBy(() -> command("no-such-systemd-notify").send(List.of("READY=1")))
                .isInstanceOf(IOException.class).hasMessageContaining("no-such-systemd-notify");
        assertThatThrownBy(() -> command("false").send(List.of("READY=1")))
                .isInstanceOf(IOException.class).hasMessageContaining("false ended with exit code 1");
        assertThatThrownBy(() -> new NotifyCommand("sleep", Duration.ofMillis(50)).send(List.of("60")))
                .isInstanceOf(IOException.class).hasMessageContaining("sleep has not ended within 50 ms");
    }

    @Test
    void oneThatEndsWellHasToldIt() {
        assertThatCode(() -> command("test").send(List.of("READY=1"))).doesNotThrowAnyException();
    }

    private static NotifyCommand command(String program) {
        return new NotifyCommand(program, Duration.ofSeconds(30));
    }
}
