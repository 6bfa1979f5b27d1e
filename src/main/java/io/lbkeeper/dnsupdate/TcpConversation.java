package io.lbkeeper.dnsupdate;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Over one connection, each message with its length before it. A server may send it byte by byte, or never. */
final class TcpConversation implements Conversation {
    private static final int LENGTH_BYTES = 2;
    private static final int LONGEST_BYTES = 65_535;
    private final Socket socket = new Socket();
    private final ByteBuffer arrived = ByteBuffer.allocate(LENGTH_BYTES + LONGEST_BYTES);

    TcpConversation(InetSocketAddress server, Deadline deadline) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, deadline.leftMillis());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(LENGTH_BYTES + message.length);
        whole.putShort((short) message.length).put(message);
        socket.getOutputStream().write(whole.array());
    }

    @Override
    public Optional<byte[]> receive(Deadline deadline) throws IOException {
        for (Optional<byte[]> message = next(); ; message = next()) {
            if (message.isPresent() || deadline.isOver()) {
                return message;
            }
            socket.setSoTimeout(deadline.leftMillis());
            try {
                int count = socket.getInputStream().read(arrived.array(), arrived.position(), arrived.remaining());
                if (count < 0) {
                    throw new EOFException("it has closed the connection");
                }
                arrived.position(arrived.position() + count);
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
        }
    }

    /** Takes a whole message off the bytes that have arrived. */
    private Optional<byte[]> next() {
        if (arrived.position() < LENGTH_BYTES) {
            return Optional.empty();
        }
        int length = Short.toUnsignedInt(arrived.getShort(0));
        if (arrived.position() < LENGTH_BYTES + length) {
            return Optional.empty();
        }
        arrived.flip().position(LENGTH_BYTES);
        byte[] message = new byte[length];
        arrived.get(message).compact();
        return Optional.of(message);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
