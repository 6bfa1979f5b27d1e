package io.lbkeeper.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The server. Where its port is taken by another it says so and tries again and again: the service itself needs none.
 */
public final class Front implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration THREAD_IDLE = Duration.ofSeconds(30);
    private static final int BACKLOG = 16;

    private final InetSocketAddress at;
    private final Desk desk;
    private final Duration retry;
    private final Consumer<Optional<String>> trouble;
    private final ExecutorService threads = threads();
    private Optional<HttpServer> server = Optional.empty();
    private boolean closed;

    static {
        // The JDK's server reads these once, when its classes load. A request that dribbles in, and an answer that
        // nobody reads, give their thread back; so few connections at once hold little memory, and no cycle's.
        preset("sun.net.httpserver.nodelay", "true");
        preset("sun.net.httpserver.idleInterval", "30");
        preset("sun.net.httpserver.maxReqTime", "5");
        preset("sun.net.httpserver.maxRspTime", "10");
        preset("sun.net.httpserver.maxReqHeaders", "64");
        preset("sun.net.httpserver.maxReqHeaderSize", "16384");
        preset("jdk.httpserver.maxConnections", "64");
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * @param resources what is served, by path
     * @param retry     from one attempt at a port that is taken to the next
     * @param trouble   is told why nothing is served, and with nothing once it is
     */
    public Front(InetSocketAddress at, Map<String, Supplier<Reply>> resources, Duration retry,
            Consumer<Optional<String>> trouble) {
        this.at = at;
        this.desk = new Desk(resources);
        this.retry = retry;
        this.trouble = trouble;
    }

    /** Begins to serve, now or as soon as it can. */
    public Front open() {
        if (!isServing(true)) {
            Thread thread = new Thread(this::tryAgain, "http-retry");
            thread.setDaemon(true);
            thread.start();
        }
        return this;
    }

    /** Where it serves; empty while it can't. */
    public synchronized Optional<InetSocketAddress> address() {
        return server.map(HttpServer::getAddress);
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.ifPresent(running -> running.stop(0));
        threads.shutdownNow();
    }

    private void tryAgain() {
        do {
            LockSupport.parkNanos(retry.toNanos());
        } while (!isServing(false));
    }

    /** Whether it serves, after an attempt at it, or is not to serve any more. */
    private synchronized boolean isServing(boolean first) {
        if (closed) {
            return true;
        }
        try {
            HttpServer bound = HttpServer.create(at, BACKLOG);
            bound.setExecutor(threads);
            bound.createContext("/", desk::answer);
            bound.start();
            server = Optional.of(bound);
            if (!first) {
                trouble.accept(Optional.empty());
            }
            return true;
        } catch (IOException e) {
            if (first) {
                trouble.accept(Optional.of("nothing can be served at lb.http=" + at.getAddress().getHostAddress() + ":"
                        + at.getPort() + " (" + e.getMessage() + "): free that port or set another one; it is tried "
                        + "again every " + retry.toSeconds() + " s"));
            }
            return false;
        }
    }

    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        // The connections are so few that the queue is short.
        ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, THREAD_IDLE.toSeconds(), TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "http-front-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
