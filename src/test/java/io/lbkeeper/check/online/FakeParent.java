package io.lbkeeper.check.online;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;

/** A resolver, or a parent zone's server, that gives each question the same answer; null for none. */
final class FakeParent implements AutoCloseable {
    private static final int LARGEST_BYTES = 4096;

    private final DatagramSocket socket;
    private final UnaryOperator<Message> answers;
    private final AtomicInteger asked = new AtomicInteger();

    FakeParent(UnaryOperator<Message> answers) throws IOException {
        this.answers = answers;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "fake-parent");
        thread.setDaemon(true);
        thread.start();
    }

    static FakeParent code(int code) throws IOException {
        return new FakeParent(answer -> {
            answer.getHeader().setRcode(code);
            return answer;
        });
    }

    static FakeParent silent() throws IOException {
        return new FakeParent(answer -> null);
    }

    /** Names these servers for the zone, in this section. */
    static FakeParent of(int section, String zone, String... servers) throws IOException {
        return new FakeParent(answer -> {
            try {
                for (String server : servers) {
                    answer.addRecord(new NSRecord(Name.fromString(zone + "."), DClass.IN, 60,
                            Name.fromString(server)), section);
                }
                return answer;
            } catch (TextParseException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    int asked() {
        return asked.get();
    }

    private void serve() {
        byte[] bytes = new byte[LARGEST_BYTES];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                socket.receive(packet);
                asked.incrementAndGet();
                Message question = new Message(Arrays.copyOf(bytes, packet.getLength()));
                Message answer = new Message(question.getHeader().getID());
                answer.getHeader().setFlag(Flags.QR);
                answer.getHeader().setRcode(Rcode.NOERROR);
                answer.addRecord(question.getQuestion(), Section.QUESTION);
                Message told = answers.apply(answer);
                if (told != null) {
                    byte[] wire = told.toWire();
                    socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
