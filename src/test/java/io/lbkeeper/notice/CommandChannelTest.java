package io.lbkeeper.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CommandChannelTest {
    private static final Duration PLENTY = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void theProgramGetsItsArgumentsAndTheNoticeOnItsInput() throws Exception {
        Path said = folder.resolve("said");
        channel(PLENTY, "cat > " + said + "; echo \"$1|$2\" >> " + said, "--team", "a*b").run("{\"text\":\"\u00fc\"}");
        assertThat(said).hasContent("{\"text\":\"\u00fc\"}\n--team|a*b\n");
    }

    @Test
    void oneThatDoesNotReadIsNoFailure() throws Exception {
        channel(PLENTY, "exit 0").run("x".repeat(1 << 20));
    }

    @Test
    void oneThatFailsIsToldWithItsCodeAndTheBeginningOfWhatItSaid() {
        assertThatThrownBy(() -> channel(PLENTY, "echo no such team >&2; exit 3").run("{}"))
                .isInstanceOf(IOException.class).hasMessageEndingWith("tell ended with exit code 3: no such team");
        assertThatThrownBy(() -> channel(PLENTY, "yes | head -c 1000000; exit 1").run("{}"))
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(5000));
    }

    @Test
    void oneThatIsNotThereIsToldByName() {
        assertThatThrownBy(() -> new CommandChannel(List.of("/nowhere/tell"), PLENTY).run("{}"))
                .isInstanceOf(IOException.class).hasMessageContaining("/nowhere/tell");
    }

    @Test
    void oneThatHangsIsKilledWithItsChildren() throws Exception {
        Path pid = folder.resolve("pid");
        assertThatThrownBy(() -> channel(Duration.ofSeconds(1), "sleep 600 & echo $! > " + pid + "; wait").run("{}"))
                .hasMessageContaining("has not ended within 1000 ms and was killed");
        long child = Long.parseLong(Files.readString(pid).strip());
        await("the end of " + child).atMost(PLENTY).until(() -> ProcessHandle.of(child).filter(
                ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void theEnvironmentsSecretsAreNotPassedOn() throws Exception {
        Path seen = folder.resolve("seen");
        channel(PLENTY, "env > " + seen).run("{}");
        assertThat(Files.readAllLines(seen)).extracting(line -> line.replaceFirst("=.*", ""))
                .isSubsetOf("PATH", "HOME", "LANG", "LC_ALL", "TZ", "USER", "LOGNAME", "PWD", "SHLVL", "_", "OLDPWD");
    }

    private CommandChannel channel(Duration deadline, String script, String... arguments) throws IOException {
        Path program = folder.resolve("tell");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new CommandChannel(command, deadline);
    }
}
