package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** By the service's own probe, at real ports of this machine. */
class AskTcpActionTest extends RouteTestBase {
    @Override
    String[] routes() {
        return new String[0];
    }

    @Test
    void whatAcceptsIsWellAndWhatRefusesIsDead() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            port = server.getLocalPort();
            assertThat(ask(port).health()).isEqualTo(Health.OK);
        }
        assertThat(ask(port)).isEqualTo(new Check(Health.DEAD, "connection refused"));
    }

    private Check ask(int port) {
        return template.requestBody("kamelet:ask-tcp-action?deadline=5000", new Target("lb2", "127.0.0.1",
                "tcp://127.0.0.1:" + port), Check.class);
    }
}
