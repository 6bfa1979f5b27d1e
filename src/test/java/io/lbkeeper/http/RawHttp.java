package io.lbkeeper.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection on which a request is written as it is, well-formed or not, and the answer read to its end. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;
    private final Socket socket;

    RawHttp(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MS);
    }

    /** The whole answer to a request whose lines end as HTTP's do; the connection is closed by it. */
    static String ask(InetSocketAddress server, String... lines) throws IOException {
        try (RawHttp http = new RawHttp(server)) {
            http.send(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
            return http.rest();
        }
    }

    static String get(InetSocketAddress server, String path) throws IOException {
        return ask(server, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + server.getPort());
    }

    void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** What comes until the other side closes. */
    String rest() throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
