package io.lbkeeper.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The whole demo, from nothing to nothing. */
public final class Demo {
    private static final int WELL = 0;
    private static final int NO = 1;
    private static final int UNUSABLE = 2;

    private final PrintStream out;
    private final PrintStream complaints;

    public Demo(PrintStream out, PrintStream complaints) {
        this.out = out;
        this.complaints = complaints;
    }

    /** Whether {@code prefix} can be the first three numbers of the demo's addresses: 127.x.y. */
    public static boolean isNetwork(String prefix) {
        return Network.isPrefix(prefix);
    }

    /**
     * Tells the story; in a terminal and unless {@code once}, the person may play afterwards.
     *
     * @param home   the distribution's folder
     * @param prefix the first three numbers of the demo's addresses; each must be one of this machine's loopback
     * @return the exit code: 0 all went as told, 1 it did not, 2 this machine can't show it
     */
    public int show(Path home, String prefix, boolean once) throws IOException {
        Optional<Path> haproxy = Programs.find("haproxy");
        if (haproxy.isEmpty()) {
            complaints.println("lbkeeper demo: there is no haproxy on this machine. bin/demo installs it; by hand: "
                    + "apt-get install haproxy");
            return UNUSABLE;
        }
        Network network = new Network(prefix);
        List<String> taken = network.taken();
        if (!taken.isEmpty()) {
            complaints.println("lbkeeper demo: something else has what the demo needs:");
            taken.forEach(line -> complaints.println("  " + line));
            complaints.println("`ss -ltnup` shows who; end that, or use other addresses of this machine: "
                    + "--network 127.7.7");
            return UNUSABLE;
        }
        long start = System.nanoTime();
        Timeline timeline = new Timeline(out, () -> Duration.ofNanos(System.nanoTime() - start), Terminal.columns(),
                Terminal.isColoured());
        return show(Stage.build(network, timeline, haproxy.get(), home.resolve("haproxy/lbkeeper.cfg")), once);
    }

    private static int show(Stage stage, boolean once) {
        Terminal terminal = new Terminal();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stage.close();
            terminal.close();
        }, "demo-end"));
        try (stage; terminal) {
            return perform(stage, terminal, once);
        }
    }

    private static int perform(Stage stage, Terminal terminal, boolean once) {
        try {
            new Story(stage).tell();
            if (!once && Terminal.isThere()) {
                new Play(stage, System.in).play(terminal.takeSingleKeys());
            }
            return WELL;
        } catch (Unexpected | IOException e) {
            stage.keepFolder();
            stage.timeline().say("demo", Tone.BAD, "failed: " + e.getMessage());
            stage.timeline().note("The logs are in " + stage.folder());
            return NO;
        }
    }
}
