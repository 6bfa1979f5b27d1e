package io.lbkeeper.deb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units as systemd judges them, without running them: PackageIT does. */
class UnitsTest {
    private static final Path UNITS = Path.of("src/main/deb");
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for \\S+: (\\d+\\.\\d)");

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"lbkeeper.service", "lbkeeper-leave.service"})
    void theExposureIsAtMostTwo(String unit) throws Exception {
        String judged = run("systemd-analyze", "security", "--offline=true", "--no-pager",
                UNITS.resolve(unit).toString());
        Matcher exposure = EXPOSURE.matcher(judged);
        assertThat(exposure.find()).as("a figure in: %s", judged).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).as("the exposure, see what is marked: %s", judged)
                .isLessThanOrEqualTo(2.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lbkeeper.service", "lbkeeper-leave.service"})
    void systemdFindsNothingWrong(String unit) throws Exception {
        Path lines = root.resolve(unit);
        // The program and its manual page are there once the package is installed.
        Files.writeString(lines, Files.readString(UNITS.resolve(unit)).replace("/usr/bin/lbkeeper", "/bin/true")
                .replaceAll("Documentation=.*\n", ""));
        assertThat(run("systemd-analyze", "verify", lines.toString()).lines().filter(line -> line.contains(unit)))
                .isEmpty();
    }

    /** Seen with iputils 20221126: it ends with an error where it can't give its rights up. */
    @Test
    void thePingOfDebianCanStart() throws Exception {
        assertThat(Files.readAllLines(UNITS.resolve("lbkeeper.service"))).containsSubsequence(
                "SystemCallFilter=~@privileged @resources", "SystemCallFilter=capset setuid");
    }

    @Test
    void itIsStartedAgainHoweverOftenItEndsButNotWithBadSettings() throws Exception {
        assertThat(Files.readAllLines(UNITS.resolve("lbkeeper.service"))).contains("StartLimitIntervalSec=0",
                "Restart=always", "RestartPreventExitStatus=2", "NotifyAccess=all", "Type=notify")
                .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"));
    }

    @Test
    void whatHandsOverIsStoppedBeforeLbkeeperAndHaproxy() throws Exception {
        List<String> leave = Files.readAllLines(UNITS.resolve("lbkeeper-leave.service"));
        assertThat(leave).anyMatch(line -> line.startsWith("After=") && line.contains("lbkeeper.service")
                && line.contains("haproxy.service") && line.contains("network-online.target"));
        assertThat(leave).as("bound to lbkeeper, it would be stopped by each restart").noneMatch(line ->
                line.matches("(Requires|BindsTo|PartOf|Requisite)=.*"));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
