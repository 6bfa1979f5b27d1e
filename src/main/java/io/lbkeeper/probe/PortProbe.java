package io.lbkeeper.probe;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.observation.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Whether somebody accepts a connection. Not a byte is sent, and nothing is read: what listens there is not known. */
final class PortProbe {
    private PortProbe() {
    }

    static Check probe(String host, int port, Duration deadline) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port),
                    Math.toIntExact(Math.max(1, deadline.toMillis())));
            return new Check(Health.OK, "port " + port + " accepts connections");
        } catch (IOException e) {
            return Unreachable.judge(e);
        }
    }
}
