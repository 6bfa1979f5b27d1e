package scenarios;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the local Route 53, and counts and measures what goes through. */
final class Toll implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "X-Amz-Date");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final int target;
    private volatile int lastChangeOctets;
    private volatile Duration lastChange = Duration.ZERO;

    Toll(int target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int reads() {
        return reads.get();
    }

    int changes() {
        return changes.get();
    }

    /** The size of the last request that changed something. */
    int lastChangeOctets() {
        return lastChangeOctets;
    }

    /** How long the API took for it. */
    Duration lastChange() {
        return lastChange;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean writes = exchange.getRequestMethod().equals("POST");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target
                    + exchange.getRequestURI())).method(exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(body));
            PASSED_ON.stream().filter(exchange.getRequestHeaders()::containsKey).forEach(name ->
                    request.header(name, exchange.getRequestHeaders().getFirst(name)));
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (writes) {
                lastChange = Duration.ofNanos(System.nanoTime() - began);
                lastChangeOctets = body.length;
                changes.incrementAndGet();
            } else {
                reads.incrementAndGet();
            }
            answer.headers().firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
