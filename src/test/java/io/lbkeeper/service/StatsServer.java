package io.lbkeeper.service;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stats page as HAProxy serves it with haproxy/lbkeeper.cfg, and what it was asked. */
public final class StatsServer implements AutoCloseable {
    private static final String PAGE = """
            # pxname,svname,status,check_status,lastchg,type
            www,FRONTEND,OPEN,,,0
            app,app1,UP,L7OK,100,2
            app,BACKEND,UP,,100,1
            lbkeeper,FRONTEND,OPEN,,,0
            """;

    private final HttpServer server;
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final List<Headers> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    public StatsServer(String node, String host, int port) {
        headers.put("X-Lbkeeper-Node", node);
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("listening on " + host + ":" + port, e);
        }
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders());
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    /** Gives this header with each answer from now on. */
    public StatsServer with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public StatsServer withStatus(int code) {
        status = code;
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The headers of all requests. */
    public List<Headers> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
