package io.lbkeeper.localroute53;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of the API, and of the operator's own namespace, which no fault strikes. */
final class ApiFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiFront.class);
    private static final int BODY_LIMIT_BYTES = 1 << 20;
    private static final int THREADS = 16;
    private static final int BACKLOG = 256;
    private final HttpServer server;
    private final ExecutorService threads;
    private final ApiService service;
    private final Faults faults;
    private final LocalControl control;
    private final Clockwork clockwork;

    static {
        // The JDK's server reads these once, when its classes load. Without TCP_NODELAY each answer of a kept
        // connection waits up to 40 ms for the client's acknowledgement. An idle connection is kept longer than the
        // SDK's pool keeps it (60 s), so that no request meets a connection that is just being closed. A request
        // that dribbles in gives its thread back after the time-out, and so does an answer that nobody reads; that one
        // is longer than the faults' delays, which count as part of it.
        preset("sun.net.httpserver.nodelay", "true");
        preset("sun.net.httpserver.idleInterval", "120");
        preset("sun.net.httpserver.maxReqTime", "10");
        preset("sun.net.httpserver.maxRspTime", "600");
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    ApiFront(InetSocketAddress address, ApiService service, Faults faults, LocalControl control) throws IOException {
        this.service = service;
        this.faults = faults;
        this.control = control;
        this.server = HttpServer.create(address, BACKLOG);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "local-route53-api-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.clockwork = new Clockwork(threads);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange http) throws IOException {
        ApiExchange exchange = new ApiExchange(http);
        try {
            ApiRequest request = take(http);
            if (request.path().stream().findFirst().filter(LocalControl.NAMESPACE::equals).isPresent()) {
                exchange.send(ApiService.answer(exchange.requestId(), () -> control.answer(request)));
            } else {
                List<Fault> struck = faults.strike(ApiOperation.of(request));
                new StruckCall(exchange, struck, clockwork).run(() -> service.answer(request, exchange.requestId()));
            }
        } catch (Refusal e) {
            exchange.send(ApiService.refusal(e, exchange.requestId()));
        } catch (IOException e) {
            LOG.debug("The client of {} went away", http.getRequestURI(), e);
            exchange.drop();
        }
        exchange.throwIfBroken();
    }

    private static ApiRequest take(HttpExchange exchange) throws IOException, Refusal {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES + 1);
        if (body.length > BODY_LIMIT_BYTES) {
            exchange.getResponseHeaders().set("Connection", "close");
            throw new Refusal("RequestEntityTooLarge", "The body is larger than " + BODY_LIMIT_BYTES + " bytes");
        }
        return ApiRequest.of(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
    }

    @Override
    public void close() {
        clockwork.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
