package io.lbkeeper.localroute53;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of the API. Any credentials will do, but a request without any is refused, as by AWS. */
final class ApiFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiFront.class);
    private static final int BODY_LIMIT_BYTES = 1 << 20;
    private static final int THREADS = 16;
    private static final int BACKLOG = 256;
    private static final Map<String, Integer> STATUS = Map.of(
            "MissingAuthenticationToken", 403, "NoSuchHostedZone", 404, "NoSuchChange", 404, "UnknownOperation", 404,
            "RequestEntityTooLarge", 413, "InternalFailure", 500);
    private static final int BAD_REQUEST = 400;
    private final HttpServer server;
    private final ExecutorService threads;
    private final ApiCalls calls;

    static {
        // The JDK's server reads these once, when its classes load. Without TCP_NODELAY each answer of a kept
        // connection waits up to 40 ms for the client's acknowledgement. An idle connection is kept longer than the
        // SDK's pool keeps it (60 s), so that no request meets a connection that is just being closed. A request
        // that dribbles in gives its thread back after the time-out.
        preset("sun.net.httpserver.nodelay", "true");
        preset("sun.net.httpserver.idleInterval", "120");
        preset("sun.net.httpserver.maxReqTime", "10");
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    ApiFront(InetSocketAddress address, ApiCalls calls) throws IOException {
        this.calls = calls;
        this.server = HttpServer.create(address, BACKLOG);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "local-route53-api-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String requestId = UUID.randomUUID().toString();
            int status = 200;
            byte[] body;
            try {
                body = calls.answer(take(exchange));
            } catch (Refusal e) {
                status = STATUS.getOrDefault(e.code(), BAD_REQUEST);
                body = ApiAnswers.refusal(e, true, requestId);
            } catch (RuntimeException | StackOverflowError e) {
                LOG.warn("Answering {} {} failed inside the local Route 53", exchange.getRequestMethod(),
                        exchange.getRequestURI(), e);
                status = STATUS.get("InternalFailure");
                body = ApiAnswers.refusal(new Refusal("InternalFailure", e.toString()), false, requestId);
            }
            send(exchange, status, body, requestId);
        } catch (IOException e) {
            // The client is gone, and with it the one who could be told.
            LOG.debug("The client of {} went away", exchange.getRequestURI(), e);
        }
    }

    private static ApiRequest take(HttpExchange exchange) throws IOException, Refusal {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES + 1);
        if (body.length > BODY_LIMIT_BYTES) {
            exchange.getResponseHeaders().set("Connection", "close");
            throw new Refusal("RequestEntityTooLarge", "The body is larger than " + BODY_LIMIT_BYTES + " bytes");
        }
        if (!exchange.getRequestHeaders().containsKey("Authorization")) {
            throw new Refusal("MissingAuthenticationToken", "Missing Authentication Token");
        }
        return ApiRequest.of(exchange.getRequestMethod(), exchange.getRequestURI(), body);
    }

    private static void send(HttpExchange exchange, int status, byte[] body, String requestId) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, headOnly ? -1 : body.length);
        if (!headOnly) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
