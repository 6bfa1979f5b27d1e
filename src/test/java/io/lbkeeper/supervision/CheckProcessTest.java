package io.lbkeeper.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shell scripts in the place of lbkeeper check. */
class CheckProcessTest {
    private static final Edition EDITION = Edition.itself(new Saved(Path.of("/etc/lb.properties"),
            Path.of("/etc/routes"), Map.of()));

    @Test
    void whatIsGoodEndsWell() {
        assertThatCode(() -> check("echo fine").judge(EDITION)).doesNotThrowAnyException();
    }

    @Test
    void whatIsWrongIsToldInItsWords() {
        RefusedException refused = refusal(check("echo \"$@\"; echo; echo 'Grüße' >&2; exit 1"));
        assertThat(refused).hasMessage("--config /etc/lb.properties --routes /etc/routes\nGrüße");
        assertThat(refused.isPassing()).isFalse();
        assertThat(refusal(check("exit 2")).isPassing()).isFalse();
    }

    @Test
    void whatCouldNotBeJudgedIsAnotherThing() {
        RefusedException killed = refusal(check("echo no memory; kill -9 $$"));
        assertThat(killed).hasMessageContaining("ended with exit code 137, and said: no memory");
        assertThat(killed.isPassing()).isTrue();
        RefusedException slow = refusal(new CheckProcess(List.of("sh", "-c", "sleep 60", "sh"), Duration.ofMillis(50)));
        assertThat(slow).hasMessageContaining("has not ended within 50 ms");
        assertThat(slow.isPassing()).isTrue();
        RefusedException absent = refusal(new CheckProcess(List.of("no-such-lbkeeper"), Duration.ofSeconds(30)));
        assertThat(absent).hasMessageContaining("could not be run");
        assertThat(absent.isPassing()).isTrue();
    }

    @Test
    void thousandsOfLinesAreNotTold() {
        RefusedException refused = refusal(check("seq 100000; exit 1"));
        assertThat(refused.getMessage().lines()).hasSize(50);
    }

    private static RefusedException refusal(CheckProcess check) {
        return catchThrowableOfType(RefusedException.class, () -> check.judge(EDITION));
    }

    private static CheckProcess check(String script) {
        return new CheckProcess(List.of("sh", "-c", script, "sh"), Duration.ofSeconds(30));
    }
}
