package services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Ports that nobody listens at. */
public final class Ports {
    private static final int ATTEMPTS = 50;

    private Ports() {
    }

    /** One that is free now on all of these addresses. */
    public static int free(String... addresses) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (ServerSocket first = new ServerSocket()) {
                first.bind(new InetSocketAddress(addresses[0], 0));
                if (isFree(first.getLocalPort(), List.of(addresses).subList(1, addresses.length))) {
                    return first.getLocalPort();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException("looking for a free port on " + addresses[0], failed);
            }
        }
        throw new IllegalStateException("no port is free on all of " + String.join(", ", addresses));
    }

    private static boolean isFree(int port, List<String> addresses) {
        for (String address : addresses) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(address, port));
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
