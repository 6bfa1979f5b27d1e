package io.lbkeeper.localroute53.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.faults.Faults;
import io.lbkeeper.localroute53.zone.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of the API, and of the operator's own namespace, which no fault strikes. */
public final class ApiFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiFront.class);
    private static final int BODY_LIMIT_BYTES = 1 << 20;
    /** Above this size only a few bodies are taken at a time: parsed, one is many times its size. */
    private static final int LARGE_BYTES = 1 << 14;
    private static final int LARGE_AT_ONCE = 2;
    private static final Duration LARGE_WAIT = Duration.ofSeconds(10);
    private static final int THREADS = 128;
    private static final Duration THREAD_IDLE = Duration.ofSeconds(30);
    private static final int BACKLOG = 256;
    private final HttpServer server;
    private final ExecutorService threads;
    private final ApiService service;
    private final Faults faults;
    private final LocalControl control;
    private final Clockwork clockwork;
    private final AnswerRoom room = new AnswerRoom();
    private final Semaphore large = new Semaphore(LARGE_AT_ONCE, true);

    static {
        // The JDK's server reads these once, when its classes load. Without TCP_NODELAY each answer of a kept
        // connection waits up to 40 ms for the client's acknowledgement. An idle connection is kept longer than the
        // SDK's pool keeps it (60 s), so that no request meets a connection that is just being closed. A request
        // that dribbles in gives its thread back after the time-out, and so does an answer that nobody reads; the
        // latter is longer than the longest delay that may be asked for. (Of the last the JDK of a Debian stable may
        // know nothing; then the system's own limit holds.)
        preset("sun.net.httpserver.nodelay", "true");
        preset("sun.net.httpserver.idleInterval", "120");
        preset("sun.net.httpserver.maxReqTime", "10");
        preset("sun.net.httpserver.maxRspTime", "90");
        preset("jdk.httpserver.maxConnections", "2000");
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    public ApiFront(InetSocketAddress address, ApiService service, Faults faults, LocalControl control)
            throws IOException {
        this.service = service;
        this.faults = faults;
        this.control = control;
        this.server = HttpServer.create(address, BACKLOG);
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, THREAD_IDLE.toSeconds(), TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "local-route53-api-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
        this.clockwork = new Clockwork(threads);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange http) throws IOException {
        ApiExchange exchange = new ApiExchange(http);
        boolean admitted = false;
        try {
            byte[] body = http.getRequestBody().readNBytes(LARGE_BYTES);
            if (body.length == LARGE_BYTES) {
                admitted = large.tryAcquire(LARGE_WAIT.toSeconds(), TimeUnit.SECONDS);
                body = rest(http, body, admitted);
            }
            answer(exchange, ApiRequest.of(http.getRequestMethod(), http.getRequestURI(), http.getRequestHeaders(),
                    body));
        } catch (Refusal e) {
            exchange.send(ApiService.refusal(e, exchange.requestId()));
        } catch (InterruptedException e) {
            exchange.drop();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("The client of {} went away", http.getRequestURI(), e);
            exchange.drop();
        } finally {
            if (admitted) {
                large.release();
            }
        }
        exchange.throwIfBroken();
    }

    private static byte[] rest(HttpExchange http, byte[] begun, boolean admitted) throws IOException, Refusal {
        if (!admitted) {
            http.getResponseHeaders().set("Connection", "close");
            throw new Refusal("ServiceUnavailable", "Too many requests of more than " + LARGE_BYTES
                    + " bytes at once");
        }
        byte[] rest = http.getRequestBody().readNBytes(BODY_LIMIT_BYTES + 1 - begun.length);
        if (begun.length + rest.length > BODY_LIMIT_BYTES) {
            http.getResponseHeaders().set("Connection", "close");
            throw new Refusal("RequestEntityTooLarge", "The body is larger than " + BODY_LIMIT_BYTES + " bytes");
        }
        byte[] whole = Arrays.copyOf(begun, begun.length + rest.length);
        System.arraycopy(rest, 0, whole, begun.length, rest.length);
        return whole;
    }

    private void answer(ApiExchange exchange, ApiRequest request) {
        if (request.path().stream().findFirst().filter(LocalControl.NAMESPACE::equals).isPresent()) {
            exchange.send(ApiService.answer(exchange.requestId(), () -> control.answer(request)));
        } else {
            Optional<ApiOperation> operation = ApiOperation.of(request);
            Supplier<ApiAnswer> maker = () -> service.answer(request, operation, exchange.requestId());
            boolean listing = operation.filter(ApiOperation.LIST_RESOURCE_RECORD_SETS::equals).isPresent();
            new StruckCall(exchange, faults.strike(operation), clockwork)
                    .run(listing ? () -> room.make(exchange, maker) : maker);
        }
    }

    @Override
    public void close() {
        clockwork.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
