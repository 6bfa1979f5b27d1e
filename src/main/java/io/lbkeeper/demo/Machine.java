package io.lbkeeper.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One load-balancer machine: its HAProxy and its lbkeeper. */
final class Machine {
    private final String node;
    private final String address;
    private final Path folder;
    private final Children children;
    private final Timeline timeline;
    private final Consumer<LogLine> diary;
    private final List<String> haproxyCommand;
    private Child haproxy;
    private Child lbkeeper;

    private Machine(String node, String address, Path folder, List<String> haproxyCommand, Children children,
            Timeline timeline, Consumer<LogLine> diary) {
        this.node = node;
        this.address = address;
        this.folder = folder;
        this.children = children;
        this.timeline = timeline;
        this.diary = diary;
        this.haproxyCommand = haproxyCommand;
    }

    /**
     * Writes the settings files of a machine, on which nothing runs yet.
     *
     * @param haproxy the program
     * @param include the {@code lbkeeper.cfg} of the distribution
     * @param diary   gets what this machine's lbkeeper says
     */
    static Machine prepare(String node, String address, Network network, Path folder, Path haproxy, Path include,
            Children children, Timeline timeline, Consumer<LogLine> diary) throws IOException {
        Path config = folder.resolve(node + ".cfg");
        String socket = "lbkeeper-demo-" + ProcessHandle.current().pid() + "-" + node;
        Files.writeString(config, Configuration.haproxy(node, address, socket));
        Files.writeString(folder.resolve(node + ".properties"),
                Configuration.lbkeeper(node, address, network, folder.resolve(node + "-state")));
        // -db: in the foreground, one process, so that the one that is killed is the one that serves.
        List<String> command = List.of(haproxy.toString(), "-db", "-f", config.toString(), "-f", include.toString());
        return new Machine(node, address, folder, command, children, timeline, diary);
    }

    String node() {
        return node;
    }

    String address() {
        return address;
    }

    boolean hasHaproxy() {
        return haproxy != null && haproxy.isAlive();
    }

    /** Neither dead nor hung. */
    boolean servesHaproxy() {
        return hasHaproxy() && !haproxy.isHung();
    }

    void startHaproxy() throws IOException {
        haproxy = children.start(node + "'s HAProxy", node + "-haproxy.log", haproxyCommand, line -> { });
        say("starts " + node + "'s HAProxy on " + address + " (process " + haproxy.pid() + ")");
    }

    void killHaproxy() {
        say("kill -9 " + haproxy.pid() + ": " + node + "'s HAProxy dies");
        haproxy.kill();
    }

    void hangHaproxy() throws IOException {
        say("kill -STOP " + haproxy.pid() + ": " + node + "'s HAProxy hangs; it keeps its ports and answers nothing");
        haproxy.hang();
    }

    /** Whatever has been done to it. */
    void reviveHaproxy() throws IOException {
        if (haproxy.isHung()) {
            say("kill -CONT " + haproxy.pid() + ": " + node + "'s HAProxy goes on");
            haproxy.resume();
        } else if (!haproxy.isAlive()) {
            startHaproxy();
        } else {
            say(node + "'s HAProxy runs");
        }
    }

    boolean keeps() {
        return lbkeeper != null && lbkeeper.isAlive();
    }

    void startLbkeeper() throws IOException {
        lbkeeper = children.start(node + "'s lbkeeper", node + "-lbkeeper.log", Programs.lbkeeper("run", "--config",
                folder.resolve(node + ".properties").toString()), this::hear);
        say("starts " + node + "'s lbkeeper (process " + lbkeeper.pid() + ")");
    }

    void stopLbkeeper() {
        say("stops " + node + "'s lbkeeper: nobody on " + node + " watches now");
        lbkeeper.stop();
    }

    private void hear(String line) {
        LogLine.parse(line).filter(LogLine::matters).ifPresent(said -> {
            timeline.say(node, said.tone(), said.told());
            diary.accept(said);
        });
    }

    private void say(String text) {
        timeline.say("demo", Tone.STRONG, text);
    }
}
