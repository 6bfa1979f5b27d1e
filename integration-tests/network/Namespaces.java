package network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Network namespaces, named by the process that made them: they outlive it when it is killed, and the next one
 * removes what it finds of those that are gone.
 */
public final class Namespaces {
    private static final Path PLACE = Path.of("/run/netns");
    private static final Pattern NAME = Pattern.compile("lbk-(\\d+)-.*");
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();
    private static volatile boolean ending;
    private static final Optional<String> OBSTACLE = prepare();

    private Namespaces() {
    }

    /** Why there can be none here; empty where there can. */
    public static Optional<String> obstacle() {
        return OBSTACLE;
    }

    private static Optional<String> prepare() {
        if (!Tool.attempt("", "id", "-u").printed().equals("0")) {
            return Optional.of("they need root (sudo bin/test)");
        }
        for (String program : List.of("ip", "nft", "haproxy", "setpriv")) {
            if (Tool.attempt("", "sh", "-c", "command -v " + program).exitCode() != 0) {
                return Optional.of("there is no " + program + " here; bin/test installs it (see bin/prepare)");
            }
        }
        removeStale();
        Runtime.getRuntime().addShutdownHook(new Thread(Namespaces::removeAll));
        return trial();
    }

    private static Optional<String> trial() {
        String trial = name("trial", 0);
        try {
            Tool.Outcome made = Tool.attempt("", "ip", "netns", "add", trial);
            if (made.exitCode() != 0) {
                return Optional.of("not even root may make one here: " + made.printed());
            }
            Tool.Outcome outcome = Tool.attempt("add table inet t\nadd chain inet t c\nadd rule inet t c "
                    + Net.chance(10) + "\n", "ip", "netns", "exec", trial, "nft", "-f", "-");
            if (outcome.printed().contains("syntax error")) {
                throw new IllegalStateException("this test's own rules are wrong: " + outcome.printed());
            }
            return outcome.exitCode() == 0 ? Optional.empty()
                    : Optional.of("this kernel or container does not let nft work in them: " + outcome.printed());
        } finally {
            remove(trial);
        }
    }

    /** The number of a new group of namespaces. */
    static int nextGroup() {
        return NEXT.getAndIncrement();
    }

    private static void removeAll() {
        ending = true;
        List.copyOf(OPEN).forEach(Namespaces::remove);
    }

    static String add(String host, int group) {
        String name = name(host, group);
        OPEN.add(name);
        if (ending) {
            throw new IllegalStateException("making namespace " + name + ": this process is about to end");
        }
        Tool.run("", "ip", "netns", "add", name);
        return name;
    }

    private static String name(String host, int group) {
        return "lbk-" + ProcessHandle.current().pid() + "-" + group + "-" + host;
    }

    /** @param groups whose processes may use the kernel's own ping there, the first and the last of them */
    static void letPing(String name, String groups) {
        Tool.run("", "ip", "netns", "exec", name, "sh", "-c", "echo '" + groups
                + "' >/proc/sys/net/ipv4/ping_group_range");
    }

    /** With all processes in it. */
    static void remove(String name) {
        Tool.signal("KILL", pids(name));
        Tool.attempt("", "ip", "netns", "del", name);
        OPEN.remove(name);
    }

    static Stream<Long> pids(String name) {
        Tool.Outcome pids = Tool.attempt("", "ip", "netns", "pids", name);
        return pids.exitCode() == 0 ? pids.printed().lines().map(Long::parseLong) : Stream.empty();
    }

    private static void removeStale() {
        if (!Files.isDirectory(PLACE)) {
            return;
        }
        try (Stream<Path> all = Files.list(PLACE)) {
            for (String name : all.map(path -> path.getFileName().toString()).toList()) {
                Matcher ours = NAME.matcher(name);
                if (ours.matches() && ProcessHandle.of(Long.parseLong(ours.group(1))).isEmpty()) {
                    remove(name);
                }
            }
        } catch (IOException failed) {
            throw Tool.failed("looking for stale network namespaces in " + PLACE, failed);
        }
    }
}
