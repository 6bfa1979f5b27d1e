package scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes connections on, as a firewall on the way does, and resets the lines among them when it is told to. */
final class Relay implements AutoCloseable {
    private final ServerSocket server;
    private final InetSocketAddress behind;
    private final Set<Pass> asked = ConcurrentHashMap.newKeySet();
    private final Set<Pass> lines = ConcurrentHashMap.newKeySet();

    Relay(String address, InetSocketAddress behind) throws IOException {
        this.behind = behind;
        server = new ServerSocket(0, 50, InetAddress.getByName(address));
        run(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many lines were answered and are open. */
    int lines() {
        return lines.size();
    }

    /** Both ends of each line are told by an RST that there is no such connection. */
    void reset() throws IOException {
        for (Pass line : List.copyOf(lines)) {
            lines.remove(line);
            line.near().setSoLinger(true, 0);
            line.far().setSoLinger(true, 0);
            line.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() throws IOException {
        while (true) {
            Socket near = server.accept();
            Pass pass = new Pass(near, new Socket(behind.getAddress(), behind.getPort()));
            run(() -> pass(pass, pass.near(), pass.far()));
            run(() -> pass(pass, pass.far(), pass.near()));
        }
    }

    private void pass(Pass pass, Socket from, Socket to) throws IOException {
        byte[] room = new byte[8192];
        try (pass) {
            InputStream in = from.getInputStream();
            for (int count = in.read(room); count >= 0; count = in.read(room)) {
                String text = new String(room, 0, count, StandardCharsets.ISO_8859_1);
                if (from == pass.near() && text.startsWith("GET /lbkeeper/line ")) {
                    asked.add(pass);
                }
                to.getOutputStream().write(room, 0, count);
                if (from == pass.far() && asked.contains(pass)) {
                    lines.add(pass);
                }
            }
        } finally {
            lines.remove(pass);
        }
    }

    /** One connection, on both sides of the relay. */
    private record Pass(Socket near, Socket far) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            near.close();
            far.close();
        }
    }

    /** Work that ends with its connection. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side has closed it.
            }
        }, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
