package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** DNS messages that nobody should send: good queries spoilt, and no queries at all. */
final class MalformedPackets {
    private static final int PACKETS_BETWEEN_LOOKS = 40;
    private static final int MESSAGES_A_CONNECTION = 10;
    private static final int LOOKS = 20;
    private final Spoiling spoiling;
    private final int port;
    private final List<byte[]> good;

    MalformedPackets(Spoiling spoiling, int port) throws IOException {
        this.spoiling = spoiling;
        this.port = port;
        Message update = query("example.com.", Type.SOA);
        update.getHeader().setOpcode(Opcode.UPDATE);
        Message edns = query("a.b.wild.example.com.", Type.TXT);
        edns.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        this.good = List.of(query("lb.example.com.", Type.A).toWire(), query("example.com.", Type.ANY).toWire(),
                query("example.com.", Type.AXFR).toWire(), query(".", Type.NS).toWire(), update.toWire(),
                edns.toWire(), longName());
    }

    private static Message query(String name, int type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN));
    }

    /** The longest name there can be, and behind it a pointer that points to itself. */
    private static byte[] longName() throws IOException {
        byte[] name = query("x".repeat(63) + "." + ("y".repeat(40) + ".").repeat(4) + "example.com.", Type.A).toWire();
        int end = name.length;
        return Spoiling.join(name, new byte[] {(byte) 0xc0, (byte) end, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4});
    }

    private byte[] next() {
        if (spoiling.below(5) == 0) {
            return spoiling.anyOctets(600);
        }
        byte[] spoilt = spoiling.spoil(good.get(spoiling.below(good.size())));
        if (spoilt.length > 11 && spoiling.below(3) == 0) {
            spoilt[4 + spoiling.below(8)] = (byte) spoiling.below(256);
        }
        return spoilt;
    }

    /** Asks something sensible now and then and waits for the answer, so that the flood is seen and not dropped. */
    void overUdp(int count) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(1000);
            for (int i = 1; i <= count; i++) {
                byte[] packet = next();
                socket.send(new DatagramPacket(packet, packet.length));
                if (i % PACKETS_BETWEEN_LOOKS == 0) {
                    look(socket, i);
                }
            }
        }
    }

    private static void look(DatagramSocket socket, int id) throws IOException {
        Message query = query("lb.example.com.", Type.A);
        query.getHeader().setID(id & 0xffff);
        byte[] octets = query.toWire();
        byte[] buffer = new byte[2048];
        for (int times = 0; times < LOOKS; times++) {
            socket.send(new DatagramPacket(octets, octets.length));
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                    socket.receive(packet);
                    Message answer = new Message(Arrays.copyOf(buffer, packet.getLength()));
                    if (answer.getHeader().getID() == (id & 0xffff) && answer.getSection(Section.ANSWER).size() == 1) {
                        return;
                    }
                }
            } catch (SocketTimeoutException e) {
                assertThat(times).as("queries over UDP without an answer, after %d malformed packets", id)
                        .isLessThan(LOOKS - 1);
            }
        }
    }

    /** Several messages on each connection, as long as it is kept; one in eight has a length that is not its own. */
    void overTcp(int count) throws IOException {
        for (int sent = 0; sent < count; ) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(20_000);
                socket.setSoLinger(spoiling.below(2) == 0, 0);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                DataInputStream in = new DataInputStream(socket.getInputStream());
                boolean kept = true;
                for (int i = 0; kept && i < MESSAGES_A_CONNECTION && sent < count; i++) {
                    kept = converse(out, in, next());
                    sent++;
                }
            } catch (SocketException e) {
                sent++;
            }
        }
    }

    private boolean converse(DataOutputStream out, DataInputStream in, byte[] message) throws IOException {
        boolean wrongLength = spoiling.below(8) == 0;
        int length = wrongLength ? spoiling.below(65_536) : message.length;
        out.write(Spoiling.join(new byte[] {(byte) (length >> 8), (byte) length}, message));
        if (wrongLength) {
            return false;
        }
        int high = in.read();
        return high >= 0 && in.readNBytes(high << 8 | in.read()).length > 0;
    }
}
