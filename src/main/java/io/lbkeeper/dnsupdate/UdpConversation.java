package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/** By datagrams from a port of its own; those from elsewhere do not get through to it. */
final class UdpConversation implements Conversation {
    private static final int LONGEST_BYTES = 65_535;
    private final DatagramSocket socket;

    UdpConversation(InetSocketAddress server) throws IOException {
        socket = new DatagramSocket();
        try {
            socket.connect(server);
        } catch (RuntimeException | IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length));
    }

    @Override
    public Optional<byte[]> receive(Deadline deadline) throws IOException {
        if (deadline.isOver()) {
            return Optional.empty();
        }
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST_BYTES], LONGEST_BYTES);
        socket.setSoTimeout(deadline.leftMillis());
        try {
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
