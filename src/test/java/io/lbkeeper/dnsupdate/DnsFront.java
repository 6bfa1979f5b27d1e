package io.lbkeeper.dnsupdate;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server at a port of this machine, over UDP and TCP, which answers with whatever bytes a test has for it. */
final class DnsFront implements AutoCloseable {
    private static final int LONGEST_BYTES = 65_535;
    private final Behaviour behaviour;
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final List<byte[]> asked = new CopyOnWriteArrayList<>();

    /** What comes back for a message. */
    @FunctionalInterface
    interface Behaviour {
        void answer(byte[] ask, boolean isTcp, Out out) throws Exception;
    }

    /** The way back: over TCP the bytes as they are, with no length before them. */
    @FunctionalInterface
    interface Out {
        void send(byte[] bytes) throws IOException;
    }

    DnsFront(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket listening = null;
        DatagramSocket bound = null;
        while (bound == null) {
            listening = new ServerSocket(0, 0, here);
            try {
                bound = new DatagramSocket(new InetSocketAddress(here, listening.getLocalPort()));
            } catch (IOException taken) {
                listening.close();
            }
        }
        tcp = listening;
        udp = bound;
        start(this::serveUdp);
        start(this::serveTcp);
    }

    /** One that answers each message with one. */
    static DnsFront of(WholeMessages messages) throws IOException {
        return new DnsFront((ask, isTcp, out) -> {
            byte[] answer = messages.answer(ask);
            if (answer != null) {
                out.send(isTcp ? withLength(answer) : answer);
            }
        });
    }

    /** Null for no answer. */
    @FunctionalInterface
    interface WholeMessages {
        byte[] answer(byte[] ask) throws Exception;
    }

    static byte[] withLength(byte[] message) {
        byte[] all = new byte[message.length + 2];
        all[0] = (byte) (message.length >> Byte.SIZE);
        all[1] = (byte) message.length;
        System.arraycopy(message, 0, all, 2, message.length);
        return all;
    }

    private static void start(Runnable serving) {
        Thread thread = new Thread(serving, "dns-front");
        thread.setDaemon(true);
        thread.start();
    }

    private void serveUdp() {
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(new byte[LONGEST_BYTES], LONGEST_BYTES);
            try {
                udp.receive(packet);
                byte[] ask = Arrays.copyOf(packet.getData(), packet.getLength());
                asked.add(ask);
                behaviour.answer(ask, false, bytes -> udp.send(new DatagramPacket(bytes, bytes.length,
                        packet.getSocketAddress())));
            } catch (Exception closedOrMeant) {
                continue;
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            while (true) {
                byte[] ask = in.readNBytes(in.readUnsignedShort());
                asked.add(ask);
                behaviour.answer(ask, true, bytes -> {
                    out.write(bytes);
                    out.flush();
                });
            }
        } catch (Exception closedOrMeant) {
            return;
        }
    }

    /** What has arrived, each try of it. */
    List<byte[]> asked() {
        return asked;
    }

    String address() {
        return udp.getLocalAddress().getHostAddress() + ":" + udp.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
    }
}
