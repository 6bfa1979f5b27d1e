package io.lbkeeper.line;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One connection, on which one small request is answered, so that a process of HAProxy's has it and not only the
 * kernel's queue. From then on nothing is said on it.
 */
final class Line {
    private static final String PATH = "/lbkeeper/line";
    private static final String EXPECTED = "HTTP/1.1 204 ";
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int LONGEST_HEAD_BYTES = 4096;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer question;
    private final StringBuilder head = new StringBuilder();
    private boolean answered;

    private Line(SocketChannel channel, SelectionKey key, ByteBuffer question) {
        this.channel = channel;
        this.key = key;
        this.question = question;
    }

    /** How a line is. */
    enum State {
        OPENING, HELD, ENDED
    }

    /**
     * Begins to open one to whoever serves this URL.
     *
     * @param attachment for the line's key
     * @throws IOException where there can be none
     */
    static Line open(URI page, Selector selector, Object attachment) throws IOException {
        String host = page.getHost().replaceAll("[\\[\\]]", "");
        int port = page.getPort() < 0 ? 80 : page.getPort();
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, attachment);
            String asked = "GET " + PATH + " HTTP/1.1\r\nHost: " + page.getRawAuthority() + END_OF_HEAD;
            Line line = new Line(channel, key, ByteBuffer.wrap(asked.getBytes(StandardCharsets.US_ASCII)));
            if (channel.connect(new InetSocketAddress(InetAddress.getByName(host), port))) {
                line.ask();
            }
            return line;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Goes on as far as it goes without waiting. */
    State goOn(ByteBuffer room) {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                ask();
            } else if (key.isWritable()) {
                ask();
            } else if (key.isReadable()) {
                return heard(room);
            }
            return answered ? State.HELD : State.OPENING;
        } catch (IOException | RuntimeException e) {
            return State.ENDED;
        }
    }

    boolean owns(SelectionKey other) {
        return key == other;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private void ask() throws IOException {
        channel.write(question);
        key.interestOps(question.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Whoever says more than he was asked is not idle, and no line. */
    private State heard(ByteBuffer room) throws IOException {
        room.clear();
        int count = channel.read(room);
        if (count < 0 || answered) {
            return State.ENDED;
        }
        head.append(StandardCharsets.ISO_8859_1.decode(room.flip()));
        if (head.length() > LONGEST_HEAD_BYTES || !EXPECTED.startsWith(head.substring(0, Math.min(head.length(),
                EXPECTED.length())))) {
            return State.ENDED;
        }
        int end = head.indexOf(END_OF_HEAD);
        answered = end >= 0 && end + END_OF_HEAD.length() == head.length();
        return answered ? State.HELD : end >= 0 ? State.ENDED : State.OPENING;
    }
}
