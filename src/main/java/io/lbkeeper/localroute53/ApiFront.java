package io.lbkeeper.localroute53;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
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
            "MissingAuthenticationToken", 403, "NoSuchHostedZone", 404, "NoSuchChange", 404,
            "NoSuchHealthCheck", 404, "UnknownOperation", 404, "RequestEntityTooLarge", 413, "InternalFailure", 500);
    private static final int BAD_REQUEST = 400;
    private final HttpServer server;
    private final ExecutorService threads;
    private final ApiCalls calls;
    private final LocalControl control;

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

    ApiFront(InetSocketAddress address, ApiCalls calls, LocalControl control) throws IOException {
        this.calls = calls;
        this.control = control;
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
            ApiAnswer answer;
            try {
                answer = answer(exchange);
            } catch (Refusal e) {
                answer = refusal(e, STATUS.getOrDefault(e.code(), BAD_REQUEST), requestId);
            } catch (RuntimeException | StackOverflowError e) {
                LOG.warn("Answering {} {} failed inside the local Route 53", exchange.getRequestMethod(),
                        exchange.getRequestURI(), e);
                Refusal failure = new Refusal("InternalFailure", e.toString());
                answer = refusal(failure, STATUS.get(failure.code()), requestId);
            }
            send(exchange, answer, requestId);
        } catch (IOException e) {
            // The client is gone, and with it the one who could be told.
            LOG.debug("The client of {} went away", exchange.getRequestURI(), e);
        }
    }

    private ApiAnswer answer(HttpExchange exchange) throws IOException, Refusal {
        ApiRequest request = take(exchange);
        if (request.path().stream().findFirst().filter(LocalControl.NAMESPACE::equals).isPresent()) {
            return control.answer(request);
        }
        if (!exchange.getRequestHeaders().containsKey("Authorization")) {
            throw new Refusal("MissingAuthenticationToken", "Missing Authentication Token");
        }
        return calls.answer(request);
    }

    private static ApiAnswer refusal(Refusal refusal, int status, String requestId) {
        return new ApiAnswer(status, Optional.empty(),
                ApiAnswers.refusal(refusal, status < STATUS.get("InternalFailure"), requestId));
    }

    private static ApiRequest take(HttpExchange exchange) throws IOException, Refusal {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES + 1);
        if (body.length > BODY_LIMIT_BYTES) {
            exchange.getResponseHeaders().set("Connection", "close");
            throw new Refusal("RequestEntityTooLarge", "The body is larger than " + BODY_LIMIT_BYTES + " bytes");
        }
        return ApiRequest.of(exchange.getRequestMethod(), exchange.getRequestURI(), body);
    }

    private static void send(HttpExchange exchange, ApiAnswer answer, String requestId) throws IOException {
        byte[] body = answer.body();
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("localhost");
        answer.location().ifPresent(path ->
                exchange.getResponseHeaders().set("Location", "http://" + host + path));
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), headOnly ? -1 : body.length);
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
