package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.Net;
import network.Running;

/** One machine of a site: its HAProxy, with the shipped lbkeeper.cfg, and the contender's agent beside it. */
final class Machine {
    private static final Path CONFIG = Path.of("integration-tests/network/haproxy.cfg").toAbsolutePath();
    private static final Duration START = Duration.ofSeconds(20);
    /** Port 80 on any address, listening: as the kernel writes it. */
    private static final String LISTENS = ": 00000000:0050 00000000:0000 0A ";

    final String name;
    private final Site site;
    private Running haproxy;
    private Running agent;
    private int saidBefore;

    Machine(String name, Site site) {
        this.name = name;
        this.site = site;
    }

    String address() {
        return Net.address(name);
    }

    void startHaproxy() {
        List<String> command = new ArrayList<>(site.contender.haproxyWrapper(site, name));
        command.addAll(List.of("haproxy", "-W", "-f", CONFIG.toString(), "-f", Site.DISTRIBUTION.resolve(
                "haproxy/lbkeeper.cfg").toString()));
        haproxy = Running.start(site.net.namespace(name), name + "'s HAProxy", site.folder.resolve(name
                + "-haproxy.log"), Map.of("LBKEEPER_NODE", name), command);
        Wait.until(name + "'s HAProxy listens:", START, this::listens);
    }

    private boolean listens() {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(haproxy.pid()), "net/tcp")).contains(LISTENS);
        } catch (IOException ended) {
            return false;
        }
    }

    /** All its processes at once, and not what it was run by. Returns the monotonic time just before. */
    long killHaproxy() {
        List<ProcessHandle> all = haproxy.processes().filter(process -> process.info().command().orElse("").endsWith(
                "/haproxy")).toList();
        long began = System.nanoTime();
        all.forEach(ProcessHandle::destroyForcibly);
        return began;
    }

    long hangHaproxy() {
        long began = System.nanoTime();
        haproxy.signalAll("STOP");
        return began;
    }

    void resumeHaproxy() {
        haproxy.signalAll("CONT");
    }

    void startAgent() {
        agent = site.contender.start(site, name);
        saidBefore = agent.lines().size();
    }

    /** What its agent has said since its last start. */
    List<String> agentNews() {
        List<String> said = agent.lines();
        return said.subList(Math.min(saidBefore, said.size()), said.size());
    }

    /** As by the kernel, without a word; its peer learns it by silence only. */
    void killAgent() {
        if (agent != null) {
            agent.kill();
        }
    }

    Running agent() {
        return agent;
    }

    /** Ends what is left of both, whatever the state. */
    void clear() {
        killAgent();
        if (haproxy != null) {
            haproxy.signalAll("CONT");
            haproxy.kill();
        }
    }
}
