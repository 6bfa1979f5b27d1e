package io.lbkeeper.routes;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * An HTTP server that gives prepared replies, one a request, the last one for ever, and keeps what it was asked. It
 * works on the bare socket, so that it can also do what no library would let it: stall, drip, cut off, reset.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    /** A request as it came in. */
    public record Request(String method, String target, List<String> headers, String body) {
        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip()).findFirst();
        }

        /** The headers' names in lower case, in the order they came. */
        public List<String> names() {
            return headers.stream().map(line -> line.split(":", 2)[0].toLowerCase(Locale.ROOT)).toList();
        }
    }

    /** What to do with a request. When it returns, the connection is closed. */
    @FunctionalInterface
    public interface Reply {
        void give(Socket client, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Thread acceptor;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();

    public ScriptedServer(Reply... first) {
        replies(first);
        try {
            listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = inBackground(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public void replies(Reply... next) {
        synchronized (replies) {
            replies.clear();
            replies.addAll(Arrays.asList(next));
        }
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The one request there was. */
    public Request request() {
        if (requests.size() != 1) {
            throw new AssertionError("one request was expected, but there were " + requests.size() + ": " + requests);
        }
        return requests.get(0);
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket client = listener.accept();
                clients.add(client);
                inBackground(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Optional<Request> request = read(new BufferedInputStream(client.getInputStream()));
            if (request.isPresent()) {
                requests.add(request.get());
                next().give(client, closed);
            }
        } catch (IOException e) {
            // The client went away, as one with a deadline does.
            clients.remove(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply next() {
        synchronized (replies) {
            return replies.size() > 1 ? replies.remove() : replies.element();
        }
    }

    private static Optional<Request> read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<String> headers = new CopyOnWriteArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        String[] parts = first.split(" ");
        Request head = new Request(parts[0], parts[1], List.copyOf(headers), "");
        int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
        return Optional.of(new Request(head.method(), head.target(), head.headers(),
                new String(in.readNBytes(length), StandardCharsets.UTF_8)));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static Thread inBackground(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            // The system takes connections until the thread that waits for one has been woken.
            acceptor.join();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
