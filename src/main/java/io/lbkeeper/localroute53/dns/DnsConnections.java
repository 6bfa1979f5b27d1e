package io.lbkeeper.localroute53.dns;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DNS over TCP (RFC 7766): any number of messages on a connection, each after its length. Of too many connections
 * the oldest is closed, so that nobody shuts others out by holding many; so is one without a whole message in time.
 */
final class DnsConnections implements AutoCloseable {
    static final int LIMIT = 64;
    private static final Logger LOG = LoggerFactory.getLogger(DnsConnections.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LENGTH_OCTETS = 2;
    private final ServerSocket listener;
    private final DnsResponder responder;
    private final Duration idleLimit;
    private final Set<Socket> open = new LinkedHashSet<>();

    DnsConnections(ServerSocket listener, DnsResponder responder, Duration idleLimit) {
        this.listener = listener;
        this.idleLimit = idleLimit;
        this.responder = responder;
        start("local-route53-dns-tcp", this::accept);
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                admit(socket);
                start("local-route53-dns-tcp-" + socket.getPort(), () -> serve(socket));
            } catch (IOException | RuntimeException e) {
                if (!listener.isClosed()) {
                    LOG.debug("A DNS connection could not be taken", e);
                    // Out of files it would fail again at once, and again, until one is free.
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        synchronized (open) {
            if (open.size() >= LIMIT) {
                Socket oldest = open.iterator().next();
                open.remove(oldest);
                oldest.close();
            }
            open.add(socket);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            Optional<byte[]> response;
            do {
                long deadlineNanos = System.nanoTime() + idleLimit.toNanos();
                byte[] length = read(socket, in, LENGTH_OCTETS, deadlineNanos);
                byte[] query = read(socket, in, (length[0] & 0xff) << 8 | length[1] & 0xff, deadlineNanos);
                response = responder.overTcp(query);
                if (response.isPresent()) {
                    send(socket, response.get());
                }
            } while (response.isPresent());
        } catch (IOException e) {
            LOG.trace("A DNS connection ended, as they all do: {}", e.toString());
        } finally {
            synchronized (open) {
                open.remove(socket);
            }
        }
    }

    /** The deadline is for all of it: one octet every few seconds does not keep a connection. */
    private static byte[] read(Socket socket, InputStream in, int count, long deadlineNanos) throws IOException {
        byte[] octets = new byte[count];
        int filled = 0;
        while (filled < count) {
            long leftMillis = Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis();
            if (leftMillis <= 0) {
                throw new SocketTimeoutException("no whole message in time");
            }
            socket.setSoTimeout((int) leftMillis);
            int got = in.read(octets, filled, count - filled);
            if (got < 0) {
                throw new EOFException("the client closed the connection");
            }
            filled += got;
        }
        return octets;
    }

    /** Length and message go in one segment: some clients read them in one call. */
    private static void send(Socket socket, byte[] response) throws IOException {
        byte[] framed = new byte[LENGTH_OCTETS + response.length];
        framed[0] = (byte) (response.length >> 8);
        framed[1] = (byte) response.length;
        System.arraycopy(response, 0, framed, LENGTH_OCTETS, response.length);
        socket.getOutputStream().write(framed);
    }

    @Override
    public void close() {
        try {
            listener.close();
            synchronized (open) {
                for (Socket socket : open) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            LOG.debug("Closing the DNS connections", e);
        }
    }
}
