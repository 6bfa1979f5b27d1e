package io.lbkeeper.localroute53.dns;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The DNS side: one port for UDP and TCP. */
public final class DnsFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DnsFront.class);
    private static final int BIND_ATTEMPTS = 50;
    private static final int BACKLOG = 128;
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(10);
    private final DnsResponder responder;
    private final DatagramSocket datagrams;
    private final DnsConnections connections;

    public DnsFront(InetSocketAddress address, DnsResponder responder) throws IOException {
        this.responder = responder;
        ServerSocket listener = null;
        DatagramSocket socket = null;
        // A port chosen by the system for TCP may be taken for UDP: then another is chosen.
        for (int attempt = 1; socket == null; attempt++) {
            listener = new ServerSocket();
            try {
                listener.bind(address, BACKLOG);
                socket = new DatagramSocket(new InetSocketAddress(address.getAddress(), listener.getLocalPort()));
            } catch (IOException e) {
                listener.close();
                if (!(e instanceof BindException) || address.getPort() != 0 || attempt == BIND_ATTEMPTS) {
                    throw e;
                }
            }
        }
        this.datagrams = socket;
        this.connections = new DnsConnections(listener, responder, IDLE_LIMIT);
        Thread thread = new Thread(this::answerDatagrams, "local-route53-dns-udp");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return datagrams.getLocalPort();
    }

    private void answerDatagrams() {
        byte[] buffer = new byte[DnsResponder.TCP_LIMIT_OCTETS];
        while (!datagrams.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                datagrams.receive(packet);
                Optional<byte[]> response = responder.overUdp(Arrays.copyOf(buffer, packet.getLength()));
                if (response.isPresent()) {
                    datagrams.send(new DatagramPacket(response.get(), response.get().length,
                            packet.getSocketAddress()));
                }
            } catch (IOException | RuntimeException e) {
                // A source port of 0 or a client that is gone: the next datagram is another client's.
                if (!datagrams.isClosed()) {
                    LOG.debug("A datagram could not be answered", e);
                }
            }
        }
    }

    @Override
    public void close() {
        datagrams.close();
        connections.close();
    }
}
