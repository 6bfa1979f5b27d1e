package services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Debian's pebble, the small ACME server for tests. It looks up its DNS challenges where it is told. */
final class Pebble implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    /** Its certificate, for those who ask it. */
    final Path certificate;
    private final Path log;
    private final int port;
    private final Process process;

    Pebble(Path folder, int dnsPort) throws IOException, InterruptedException, GeneralSecurityException {
        certificate = folder.resolve("pebble.crt");
        log = folder.resolve("pebble.log");
        writeKeyAndCertificate(folder);
        // Pebble does not tell which port the system chose for it. Both sockets are open at once, so the two differ.
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket free = new ServerSocket(0, 1, here); ServerSocket other = new ServerSocket(0, 1, here)) {
            port = free.getLocalPort();
            Files.writeString(folder.resolve("pebble.json"), String.format("""
                    {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
                     "certificate": "%s", "privateKey": "%s", "httpPort": 1, "tlsPort": 1}}
                    """, port, other.getLocalPort(), certificate, folder.resolve("pebble.key")));
        }
        // Of its own accord it dawdles, refuses a part of what is well, and believes an old proof now and then.
        Map<String, String> reliably = Map.of("PEBBLE_VA_NOSLEEP", "1", "PEBBLE_WFE_NONCEREJECT", "0",
                "PEBBLE_AUTHZREUSE", "0");
        process = Program.start(reliably, log,
                "/usr/bin/pebble", "-strict", "-config", folder.resolve("pebble.json").toString(), "-dnsserver",
                "127.0.0.1:" + dnsPort);
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive() || listens());
        assertThat(process.isAlive()).as("pebble runs; it printed: %s", printed()).isTrue();
    }

    private void writeKeyAndCertificate(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("pebble.p12");
        Program.run(Duration.ofMinutes(1), Map.of(), Path.of(System.getProperty("java.home"), "bin", "keytool")
                .toString(), "-genkeypair", "-alias", "pebble", "-keyalg", "RSA", "-dname", "CN=pebble", "-ext",
                "SAN=ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", PASSWORD).well();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        writePem(certificate, "CERTIFICATE", keys.getCertificate("pebble").getEncoded());
        writePem(folder.resolve("pebble.key"), "PRIVATE KEY",
                keys.getKey("pebble", PASSWORD.toCharArray()).getEncoded());
    }

    private static void writePem(Path file, String kind, byte[] content) throws IOException {
        Files.writeString(file, "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content)
                + "\n-----END " + kind + "-----\n");
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String directoryUrl() {
        return "https://127.0.0.1:" + port + "/dir";
    }

    String printed() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
