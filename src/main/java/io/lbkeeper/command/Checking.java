package io.lbkeeper.command;

import io.lbkeeper.supervision.CheckProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How this program starts itself to check what was edited. */
final class Checking {
    /** A small machine under load takes its time. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Checking() {
    }

    static CheckProcess process() {
        // The checks of HAProxy come first, unless a strict filter of system calls has it otherwise.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c",
                "renice -n 10 $$ >/dev/null 2>&1; exec \"$@\"", "check"));
        command.addAll(Home.again("96m", List.of("check")));
        return new CheckProcess(command, DEADLINE);
    }
}
