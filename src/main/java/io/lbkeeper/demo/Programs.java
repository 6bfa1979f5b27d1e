package io.lbkeeper.demo;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that the demo starts, and how. */
final class Programs {
    private Programs() {
    }

    /** Looks in PATH, and where Debian puts daemons: an ordinary user has no /usr/sbin in PATH. */
    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/sbin"))
                .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name)).filter(Files::isExecutable)
                .findFirst();
    }

    /** Another lbkeeper command, with this one's Java, flags and class path. */
    static List<String> lbkeeper(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A debugger listens on one port: it belongs to the demo itself.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-agentlib:") && !flag.startsWith("-javaagent:"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.lbkeeper.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * The same command, killed by the kernel when the demo is gone, be it by kill -9, and out of the terminal's
     * reach: Ctrl-C is the demo's to handle. Both programs come with util-linux and start the command in their own
     * place; without them only an orderly end takes the children along.
     */
    static List<String> tied(List<String> command) {
        List<String> tied = new ArrayList<>();
        find("setpriv").ifPresent(program -> tied.addAll(List.of(program.toString(), "--pdeathsig", "KILL", "--")));
        find("setsid").ifPresent(program -> tied.add(program.toString()));
        tied.addAll(command);
        return tied;
    }
}
