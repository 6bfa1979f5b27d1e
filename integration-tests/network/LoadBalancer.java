package network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One machine with an HAProxy, which loads the shipped lbkeeper.cfg, and a lbkeeper from the distribution. */
final class LoadBalancer {
    private static final Path OWN_CONFIG = Path.of("integration-tests/network/haproxy.cfg").toAbsolutePath();
    private static final Path DISTRIBUTION = Path.of(System.getProperty("lbkeeper.distribution", "target/lbkeeper"))
            .toAbsolutePath();

    final String name;
    private final Net net;
    private final Path folder;
    private final Map<String, String> environment;
    private String address;
    private Running haproxy;
    private Running lbkeeper;
    private int saidBefore;
    private List<String> lowered = List.of();

    /**
     * @param settings    of lbkeeper
     * @param environment of HAProxy
     */
    LoadBalancer(String name, Net net, Path folder, Map<String, String> settings, Map<String, String> environment) {
        this.name = name;
        this.net = net;
        this.folder = folder;
        this.environment = environment;
        address = Net.address(name);
        try {
            Files.write(folder.resolve(name + ".properties"), settings.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue()).sorted().toList());
        } catch (IOException failed) {
            throw Tool.failed("writing the settings of " + name, failed);
        }
    }

    static List<String> program(String... arguments) {
        return Stream.concat(Stream.of(DISTRIBUTION.resolve("bin/lbkeeper")
                .toString()), Stream.of(arguments)).toList();
    }

    String address() {
        return address;
    }

    /** As systemd's unit starts it: with a process that leads, so that it can be reloaded. */
    void startHaproxy() {
        haproxy = Running.start(net.namespace(name), name + "'s HAProxy", folder.resolve(name + "-haproxy.log"),
                environment, List.of("haproxy", "-W", "-f", OWN_CONFIG.toString(), "-f",
                        DISTRIBUTION.resolve("haproxy/lbkeeper.cfg").toString()));
    }

    void killHaproxy() {
        haproxy.kill();
    }

    void hangHaproxy() {
        haproxy.signalAll("STOP");
    }

    void resumeHaproxy() {
        haproxy.signalAll("CONT");
    }

    /** What {@code systemctl reload haproxy} does. */
    void reloadHaproxy() {
        haproxy.signal("USR2");
    }

    void stopHaproxySoftly() {
        haproxy.signal("USR1");
    }

    Running haproxy() {
        return haproxy;
    }

    /**
     * From its next start on lbkeeper, and what it starts itself, is root only by name, as under the package's unit: it
     * has no capability but to read and write files, and its ping is a copy, which brings none with it.
     *
     * @param groups whose processes may use the kernel's own ping, the first and the last of them
     */
    void lowerRights(String groups) {
        lowered = List.of("setpriv", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all,+dac_override", "env",
                "PATH=" + ownPing().getParent() + ":" + System.getenv("PATH"));
        letPing(groups);
    }

    void letPing(String groups) {
        Namespaces.letPing(net.namespace(name), groups);
    }

    private Path ownPing() {
        Path own = folder.resolve(name + "-bin").resolve("ping");
        Tool.run("", "sh", "-c", "mkdir -p " + own.getParent() + " && cp \"$(command -v ping)\" " + own
                + " && chmod 755 " + own);
        return own;
    }

    void startLbkeeper() {
        turnPage();
        lbkeeper = Running.start(net.namespace(name), name + "'s lbkeeper", log(), Map.of(),
                Stream.concat(lowered.stream(), program("run", "--config", folder.resolve(name + ".properties")
                        .toString()).stream()).toList());
    }

    void killLbkeeper() {
        lbkeeper.kill();
    }

    void freezeLbkeeper() {
        lbkeeper.signalAll("STOP");
    }

    void thawLbkeeper() {
        lbkeeper.signalAll("CONT");
    }

    void kill() {
        killLbkeeper();
        killHaproxy();
    }

    void start() {
        startHaproxy();
        startLbkeeper();
    }

    void readdress(String next) {
        net.readdress(name, next);
        address = next;
    }

    /** All that its lbkeeper has logged, over restarts. */
    List<String> said() {
        return lbkeeper == null ? List.of() : lbkeeper.lines();
    }

    boolean said(String part) {
        return said().stream().anyMatch(line -> line.contains(part));
    }

    /** From now on {@link #news} tells what it says after now; a start does that too. */
    void turnPage() {
        saidBefore = said().size();
    }

    List<String> news() {
        List<String> said = said();
        return said.subList(Math.min(saidBefore, said.size()), said.size());
    }

    boolean hasNews(String part) {
        return news().stream().anyMatch(line -> line.contains(part));
    }

    String lastSaid() {
        List<String> said = said();
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }

    Path log() {
        return folder.resolve(name + "-lbkeeper.log");
    }
}
