package io.lbkeeper.route53;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An HTTP server that gives prepared answers, one a request, the last one for ever, and keeps what it was asked. */
final class FakeRoute53 implements AutoCloseable {
    static final String NAMESPACE = "xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";

    /** A request as it came in; the target is path and query. */
    record Request(String method, String target, String body, String authorization) {
    }

    /** What to do with a request: answer it, hang up, say nothing, or promise more bytes than are sent. */
    record Answer(Kind kind, int status, String body) {
        enum Kind { WHOLE, SIGNED, CUT, HANG_UP, SILENCE }

        static Answer of(int status, String body) {
            return new Answer(Kind.WHOLE, status, body);
        }

        /** An answer in Route 53's namespace, with the id of the request as AWS sends it. */
        static Answer signed(String element, String content) {
            return new Answer(Kind.SIGNED, 200, "<" + element + " " + NAMESPACE + ">" + content + "</" + element + ">");
        }

        static Answer cut(String body) {
            return new Answer(Kind.CUT, 200, body);
        }

        static Answer hangUp() {
            return new Answer(Kind.HANG_UP, 0, "");
        }

        static Answer silence() {
            return new Answer(Kind.SILENCE, 0, "");
        }

        static Answer error(int status, String code, String message) {
            return of(status, "<ErrorResponse " + NAMESPACE + "><Error><Type>Sender</Type><Code>" + code
                    + "</Code><Message>" + message + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");
        }

        /** One page; {@code next} is empty or the elements that say where the next page starts. */
        static Answer page(boolean truncated, String next, String... sets) {
            return of(200, "<?xml version=\"1.0\"?><ListResourceRecordSetsResponse " + NAMESPACE
                    + "><ResourceRecordSets>" + String.join("", sets) + "</ResourceRecordSets><IsTruncated>" + truncated
                    + "</IsTruncated>" + next + "<MaxItems>300</MaxItems></ListResourceRecordSetsResponse>");
        }

        static Answer list(String... sets) {
            return page(false, "", sets);
        }

        static Answer changed() {
            return of(200, "<ChangeResourceRecordSetsResponse " + NAMESPACE + ">" + CHANGE_INFO
                    + "</ChangeResourceRecordSetsResponse>");
        }

        static Answer change() {
            return of(200, "<GetChangeResponse " + NAMESPACE + ">" + CHANGE_INFO + "</GetChangeResponse>");
        }

        static Answer inSync() {
            return of(200, change().body().replace("PENDING", "INSYNC"));
        }
    }

    static final String CHANGE_INFO = "<ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status>"
            + "<SubmittedAt>2026-11-23T00:00:00Z</SubmittedAt></ChangeInfo>";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    FakeRoute53() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static String set(String name, String type, int ttlSeconds, String value) {
        return "<ResourceRecordSet><Name>" + name + "</Name><Type>" + type + "</Type><TTL>" + ttlSeconds
                + "</TTL><ResourceRecords><ResourceRecord><Value>" + value
                + "</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>";
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void answers(Answer... next) {
        answers.clear();
        answers.addAll(List.of(next));
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The one request there was. */
    Request request() {
        if (requests.size() != 1) {
            throw new AssertionError("one request was expected, but there were " + requests);
        }
        return requests.get(0);
    }

    private synchronized Answer next() {
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Authorization")));
        Answer answer = next();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        switch (answer.kind()) {
            case WHOLE, SIGNED -> {
                if (answer.kind() == Answer.Kind.SIGNED) {
                    exchange.getResponseHeaders().set("x-amzn-RequestId", "r-1");
                }
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
            case CUT -> {
                exchange.sendResponseHeaders(answer.status(), body.length + 100);
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
            }
            case SILENCE -> awaitClose();
            case HANG_UP -> { }
        }
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
