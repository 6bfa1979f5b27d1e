package io.lbkeeper.line;

import io.lbkeeper.cycle.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a line leads to: answers each request with the same bytes, and keeps the connections until it is told. */
final class FarEnd implements AutoCloseable {
    static final String LINE = "HTTP/1.1 204 No Content\r\nx-lbkeeper-node: lb1\r\n\r\n";

    /** The first line of each request that was answered. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final String answer;
    private final boolean closes;

    /** @param closes whether it closes each connection when it has answered */
    FarEnd(String answer, boolean closes) throws IOException {
        this.answer = answer;
        this.closes = closes;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "far end");
        thread.setDaemon(true);
        thread.start();
    }

    static FarEnd ofLines() throws IOException {
        return new FarEnd(LINE, false);
    }

    Target target(String node) {
        return new Target(node, "", "http://127.0.0.1:" + server.getLocalPort() + "/stats;csv");
    }

    /** As a kernel does for a process that was killed; with {@code reset} it sends RST. */
    void end(boolean reset) throws IOException {
        for (Socket socket : open) {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        }
        open.clear();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                        StandardCharsets.US_ASCII));
                String first = in.readLine();
                while (!in.readLine().isEmpty()) {
                    // The rest of the head.
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                asked.add(first);
                if (closes) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        end(false);
    }
}
