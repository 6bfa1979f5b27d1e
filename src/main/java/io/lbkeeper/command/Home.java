package io.lbkeeper.command;

import io.lbkeeper.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the program itself is: its start script says so. */
final class Home {
    private Home() {
    }

    /** The distribution's folder, or the checkout's. */
    static Path folder() {
        return Path.of(System.getProperty("lbkeeper.home", "."));
    }

    /** How to start this very program again, with these arguments in a heap of this size, such as 64m. */
    static List<String> again(String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx" + heap, "-Dlbkeeper.home=" + folder(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
