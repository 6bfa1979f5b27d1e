package io.lbkeeper.command;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The stats page of a HAProxy that is well, where there is none. */
final class StatsPage implements AutoCloseable {
    private static final byte[] PAGE = """
            # pxname,svname,status,check_status,lastchg,type
            www,FRONTEND,OPEN,,,0
            app,app1,UP,L7OK,100,2
            app,BACKEND,UP,,100,1
            lbkeeper,FRONTEND,OPEN,,,0
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    /** Listens at a port of this host that is free. */
    StatsPage(String node, String host) throws IOException {
        server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("X-Lbkeeper-Node", node);
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
