package scenarios;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A stats page as HAProxy 3.2 gives it, for tests that start hundreds of pairs. The tests of single scenarios use
 * the real HAProxy.
 */
final class FakeHaproxy implements AutoCloseable {
    private static final String PAGE = """
            # pxname,svname,status,check_status,lastchg,type
            www,FRONTEND,OPEN,,,0
            app,app1,UP,L7OK,100,2
            app,BACKEND,UP,,100,1
            lbkeeper,FRONTEND,OPEN,,,0
            """;

    private final String node;
    private final InetSocketAddress address;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    /** What the node's own lbkeeper said last. */
    private volatile boolean leaving;
    private final Set<String> askedAt = ConcurrentHashMap.newKeySet();
    private long lastNanos = System.nanoTime();
    private long longestGapNanos;
    private volatile Duration delay = Duration.ZERO;
    private HttpServer server;
    private ExecutorService threads;

    FakeHaproxy(String node, InetSocketAddress address) {
        this.node = node;
        this.address = address;
        start();
    }

    void start() {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("listening on " + address, e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            asked.incrementAndGet();
            askedAt.add(exchange.getRequestURI().toString());
            measureGap();
            LockSupport.parkNanos(delay.toNanos());
            exchange.getResponseHeaders().set("X-Lbkeeper-Node", node);
            if (node.equals(exchange.getRequestHeaders().getFirst("X-Lbkeeper-Agent"))) {
                leaving = exchange.getRequestHeaders().containsKey("X-Lbkeeper-Leaving");
            }
            if (leaving) {
                exchange.getResponseHeaders().set("X-Lbkeeper-Agent", "leaving");
            }
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
            running.decrementAndGet();
        });
        // As one without the rule for lines: its tests count what is asked, and by the pace alone.
        server.createContext("/lbkeeper/line", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    /** Takes this long for each answer from now on. */
    void slowDown(Duration each) {
        delay = each;
    }

    int asked() {
        return asked.get();
    }

    private synchronized void measureGap() {
        long now = System.nanoTime();
        longestGapNanos = Math.max(longestGapNanos, now - lastNanos);
        lastNanos = now;
    }

    synchronized void forgetGaps() {
        longestGapNanos = 0;
    }

    /** The longest time between two that asked. */
    synchronized Duration longestGap() {
        return Duration.ofNanos(longestGapNanos);
    }

    void awaitAskedAt(String uri) {
        await("being asked at " + uri).atMost(Duration.ofSeconds(30)).until(() -> askedAt.contains(uri));
    }

    /** How many were asking at the same time, at the most. */
    int mostAtOnce() {
        return most.get();
    }

    /** Connections are refused from now on. */
    void kill() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public void close() {
        kill();
    }
}
