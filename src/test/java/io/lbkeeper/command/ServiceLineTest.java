package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceLineTest {
    @Test
    void theServicesOwnLineIsReadHere() {
        for (String line : List.of("run", "run --config a", "run --routes b", "run --routes b --config a")) {
            assertThat(ServiceLine.in(line.split(" "))).as(line).isPresent();
        }
    }

    @Test
    void everyOtherLineIsLeftToPicocli() {
        for (String line : List.of("", "check", "status --json", "run --help", "run --config", "run a",
                "run --config=a", "run --config a --config b", "run --config -x", "run --config @file", "run --seed 1",
                "run --config a --routes", "check --config a")) {
            assertThat(ServiceLine.in(line.split(" "))).as(line).isEmpty();
        }
        assertThat(ServiceLine.in()).as("no word at all").isEmpty();
        assertThat(ServiceLine.in("run", "--config", "")).as("an empty name").isEmpty();
    }

    @Test
    void whatIsWrongIsToldInTheSameWordsAndWithTheSameExitCode() {
        CommandLineRun plain = CommandLineRun.of("run", "--config", "no-such-file");
        CommandLineRun picocli = CommandLineRun.of("run", "--config=no-such-file");
        assertThat(plain.exitCode()).isEqualTo(picocli.exitCode()).isEqualTo(RootCommand.USAGE);
        assertThat(plain.err()).isEqualTo(picocli.err()).contains("no-such-file can't be read");
    }
}
