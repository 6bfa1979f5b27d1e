package dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a name server, passes every datagram on, and loses as many answers as it is told to. */
final class LosingRelay implements AutoCloseable {
    private static final int ROOM_BYTES = 4096;

    private final DatagramSocket near = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final InetSocketAddress behind;

    LosingRelay(Place place) throws IOException {
        behind = new InetSocketAddress(place.address(), place.port());
        Thread thread = new Thread(this::pass, "relay that loses answers");
        thread.setDaemon(true);
        thread.start();
    }

    String server() {
        return "127.0.0.1:" + near.getLocalPort();
    }

    void lose(int answers) {
        left.set(answers);
    }

    int lost() {
        return lost.get();
    }

    private void pass() {
        while (!near.isClosed()) {
            try (DatagramSocket far = new DatagramSocket()) {
                DatagramPacket question = new DatagramPacket(new byte[ROOM_BYTES], ROOM_BYTES);
                near.receive(question);
                far.connect(behind);
                far.send(new DatagramPacket(question.getData(), question.getLength()));
                DatagramPacket answer = new DatagramPacket(new byte[ROOM_BYTES], ROOM_BYTES);
                far.receive(answer);
                if (left.getAndUpdate(answers -> Math.max(0, answers - 1)) > 0) {
                    lost.incrementAndGet();
                } else {
                    near.send(new DatagramPacket(answer.getData(), answer.getLength(), question.getSocketAddress()));
                }
            } catch (IOException closed) {
                if (!near.isClosed()) {
                    throw new IllegalStateException("relaying to " + behind, closed);
                }
            }
        }
    }

    @Override
    public void close() {
        near.close();
    }
}
