package io.lbkeeper.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Those for whose sake it is done: they go where the name points. */
final class Clients {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Timeline timeline;

    Clients(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Goes there once and tells what came of it. */
    void visit(String address) {
        try {
            timeline.say("clients", "get \"" + get(address) + "\" from " + address);
        } catch (IOException e) {
            timeline.say("clients", "get nothing from " + address + ": " + e.getMessage());
        }
    }

    /** What the service answers at this address. */
    String get(String address) throws IOException {
        URL url = URI.create("http://" + address + ":" + Network.SERVICE_PORT + "/").toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        // Each visit comes anew, as another client's would.
        connection.setRequestProperty("Connection", "close");
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            connection.disconnect();
        }
    }

    static String greeting(Machine machine) {
        return "hello from " + machine.node();
    }
}
