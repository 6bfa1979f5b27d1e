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
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the SDK and the local Route 53, passes everything on, and fails on demand. */
final class FaultyApi implements AutoCloseable {

    /** The calls that lbkeeper makes. */
    enum Call { READ, REGISTER, SWAP, FOLLOW }

    private static final int LONGEST_HOLD_MS = 800;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int target;
    private final Map<Call, AtomicInteger> failed = new EnumMap<>(Call.class);
    private final AtomicInteger applied = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Set<Call> faulty = Set.of();
    private volatile Fault fault = Fault.BROKEN;
    private volatile CountDownLatch healed = new CountDownLatch(0);
    private volatile CountDownLatch reads = new CountDownLatch(0);

    FaultyApi(int target) throws IOException {
        this.target = target;
        for (Call call : Call.values()) {
            failed.put(call, new AtomicInteger());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void fail(Set<Call> calls, Fault how) {
        failed.values().forEach(count -> count.set(0));
        healed = new CountDownLatch(1);
        fault = how;
        faulty = calls;
    }

    /** Answers no read until this many have been asked: then all of them decide on the same records. */
    void holdReads(int many) {
        reads = new CountDownLatch(many);
    }

    void heal() {
        faulty = Set.of();
        healed.countDown();
    }

    /** How many calls of this kind have failed since {@link #fail}. */
    int failed(Call call) {
        return failed.get(call).get();
    }

    /** How many reads have been asked for. */
    int reads() {
        return asked.get();
    }

    /** How many changes the API has applied. */
    int applied() {
        return applied.get();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Call call = exchange.getRequestURI().getPath().contains("/change/") ? Call.FOLLOW
                    : exchange.getRequestMethod().equals("GET") ? Call.READ
                    : new String(body, StandardCharsets.UTF_8).contains("<Action>UPSERT") ? Call.REGISTER : Call.SWAP;
            boolean fails = faulty.contains(call);
            boolean changes = call == Call.REGISTER || call == Call.SWAP;
            boolean asks = !fails || fault.applies() || fault == Fault.TRUNCATED && call == Call.READ;
            HttpResponse<byte[]> truth = asks ? pass(exchange, body) : null;
            if (changes && truth != null && truth.statusCode() == 200) {
                applied.incrementAndGet();
            }
            if (call == Call.READ) {
                asked.incrementAndGet();
                reads.countDown();
                reads.await(LONGEST_HOLD_MS, TimeUnit.MILLISECONDS);
            }
            if (fails) {
                failed.get(call).incrementAndGet();
                fault.answer(exchange, truth == null ? new byte[200] : truth.body(), healed);
                return;
            }
            truth.headers().firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(truth.statusCode(), truth.body().length);
            exchange.getResponseBody().write(truth.body());
        } catch (IOException e) {
            // The caller has hung up, or the fault is a closed connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target
                + exchange.getRequestURI())).method(exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : new String[] {"Authorization", "Content-Type", "X-Amz-Date"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        heal();
        server.stop(0);
        threads.shutdownNow();
    }
}
