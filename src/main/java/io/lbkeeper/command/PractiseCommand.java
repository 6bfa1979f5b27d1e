package io.lbkeeper.command;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A start of the service and some of its cycles as they are every day: what Java needs for them is archived. */
@Command(name = "practise", hidden = true, description = "Runs the service among stand-ins for Route 53 and two "
        + "HAProxies on this machine until it is at rest, and ends it; for the archive of classes.")
final class PractiseCommand implements Callable<Integer> {
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);
    /** By then it has registered itself, taken the name, and seen for a while that there is nothing left to do. */
    private static final int CHECKS = 8;
    private static final List<String> PAGES = List.of("/", "/observe/health/live", "/observe/health/ready",
            "/observe/status", "/observe/metrics");

    @Parameters(index = "0", paramLabel = "DIR", description = "An empty folder for its files and its log.")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "JAVA_OPTION", description = "For the service's Java.")
    private List<String> options = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        InetSocketAddress anyPort = new InetSocketAddress(HOST, 0);
        try (LocalRoute53 route53 = LocalRoute53.start(anyPort, anyPort,
                List.of(HostedZone.create("ZPRACTICE", "example.com")), Duration.ZERO);
                StatsPage own = new StatsPage("lb1", HOST); StatsPage peer = new StatsPage("lb2", HOST)) {
            int http = freePort();
            Path settings = Files.write(folder.resolve("lbkeeper.properties"), List.of("lb.node=lb1",
                    "lb.nodes=lb1,lb2", "lb.domain=example.com", "lb.service=lb.example.com", "lb.dns=local",
                    "lb.route53.zone-id=ZPRACTICE", "lb.route53.endpoint=http://" + HOST + ":" + route53.apiPort(),
                    "lb.address=" + HOST, "lb.check.own-url=http://" + HOST + ":" + own.port() + "/stats;csv",
                    "lb.check.url=http://{address}:" + peer.port() + "/stats;csv", "lb.peer.lb2.address=" + HOST,
                    "lb.check.interval=500ms", "lb.check.fastinter=200ms", "lb.check.timeout=400ms",
                    "lb.address.timeout=400ms", "lb.route53.timeout=400ms", "lb.http=" + HOST + ":" + http,
                    "lb.state-dir=" + folder.resolve("state")));
            Process service = start(settings);
            try {
                return isAtRest(service, own) && shows(http) && ends(service) ? 0 : RootCommand.BROKEN;
            } finally {
                service.destroyForcibly();
            }
        }
    }

    private Process start(Path settings) throws IOException {
        ProcessBuilder service = new ProcessBuilder(Home.folder().resolve("bin/lbkeeper").toString(), "run",
                "--config", settings.toString(), "--routes", Home.folder().resolve("routes").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        service.environment().put("LBKEEPER_ARCHIVE", "");
        service.environment().put("LBKEEPER_JAVA_OPTS", String.join(" ", options));
        service.environment().put("JAVA_HOME", System.getProperty("java.home"));
        service.environment().remove("NOTIFY_SOCKET");
        return service.start();
    }

    private static boolean isAtRest(Process service, StatsPage own) {
        long start = System.nanoTime();
        while (service.isAlive() && own.asked() < CHECKS) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return service.isAlive();
    }

    private static boolean shows(int http) throws IOException {
        for (String page : PAGES) {
            HttpURLConnection asked = (HttpURLConnection) URI.create("http://" + HOST + ":" + http + page).toURL()
                    .openConnection();
            if (asked.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            asked.getInputStream().readAllBytes();
        }
        return true;
    }

    private static boolean ends(Process service) throws InterruptedException {
        service.destroy();
        return service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
