package bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Runs where the clients are: asks one DNS server for the service's address at a fixed pace, and prints each answer
 * that is another than the one before, with the monotonic time at which it came. It does not wait for one answer before
 * the next question, and costs little, since it is beside what is measured: an answer is read only if its octets
 * differ.
 */
final class Prober {
    static final String READY = "asking";
    private static final int ID_OCTETS = 2;

    private final DatagramSocket socket = new DatagramSocket();
    private byte[] lastOctets = {};
    private String last = "";

    private Prober(InetSocketAddress dns) throws IOException {
        socket.connect(dns);
    }

    /** @param arguments the DNS server's address, the service's name, and the pace in milliseconds */
    public static void main(String[] arguments) throws IOException {
        Prober prober = new Prober(new InetSocketAddress(arguments[0], 53));
        new Thread(prober::listen, "answers").start();
        prober.keepAsking(arguments[1], Duration.ofMillis(Long.parseLong(arguments[2])));
    }

    private void keepAsking(String name, Duration pace) throws IOException {
        byte[] query = Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN)).toWire();
        System.out.println(READY);
        long next = System.nanoTime();
        for (short id = 0; true; id++) {
            query[0] = (byte) (id >> 8);
            query[1] = (byte) id;
            try {
                socket.send(new DatagramPacket(query, query.length));
            } catch (IOException nobodyThere) {
                // The kernel tells here too that nobody listened to an earlier one.
            }
            next = Math.max(next + pace.toNanos(), System.nanoTime());
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void listen() {
        byte[] room = new byte[1500];
        while (true) {
            try {
                DatagramPacket answer = new DatagramPacket(room, room.length);
                socket.receive(answer);
                saw(Arrays.copyOf(room, answer.getLength()), System.nanoTime());
            } catch (IOException none) {
                // No answer is not the answer that there is nothing.
            }
        }
    }

    private void saw(byte[] answer, long nanos) throws IOException {
        byte[] octets = Arrays.copyOfRange(answer, ID_OCTETS, answer.length);
        if (Arrays.equals(octets, lastOctets)) {
            return;
        }
        lastOctets = octets;
        String seen = text(new Message(answer));
        if (!seen.equals(last)) {
            System.out.println(nanos + " " + seen);
            last = seen;
        }
    }

    private static String text(Message answer) {
        String values = answer.getSection(Section.ANSWER).stream().map(Record::rdataToString).sorted()
                .collect(Collectors.joining("+"));
        return values.isEmpty() ? "none:" + Rcode.string(answer.getRcode()) : values;
    }
}
