package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootCommandTest {
    @Test
    void helpListsTheCommands() {
        CommandLineRun help = CommandLineRun.of("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Keeps a DNS name on a live load balancer.").contains("run");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theVersionIsToldInOneLine() {
        CommandLineRun version = CommandLineRun.of("--version");
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).matches("lbkeeper \\S+\\R");
    }

    @Test
    void helpOfRunTellsItsExitCodes() {
        CommandLineRun help = CommandLineRun.of("run", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("--config", "--routes", "/etc/lbkeeper/lbkeeper.properties",
                "Exit codes", "143");
    }

    @Test
    void noCommandIsBadUsage() {
        assertBadUsage(CommandLineRun.of(), "Missing required subcommand");
    }

    @Test
    void anUnknownCommandIsBadUsage() {
        assertBadUsage(CommandLineRun.of("rnu"), "rnu");
    }

    @Test
    void anUnknownOptionIsBadUsage() {
        assertBadUsage(CommandLineRun.of("run", "--confg", "x"),
                "Unknown options: '--confg', 'x'\nPossible solutions: --config");
    }

    @Test
    void anOptionWithoutItsValueIsBadUsage() {
        assertBadUsage(CommandLineRun.of("run", "--config"), "--config");
    }

    private static void assertBadUsage(CommandLineRun run, String words) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(words);
        assertThat(run.out()).isEmpty();
    }
}
