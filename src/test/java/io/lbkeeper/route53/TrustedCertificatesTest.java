package io.lbkeeper.route53;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lbkeeper.route53.client.Route53ClientFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.route53.Route53Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An endpoint of one's own with a certificate of one's own. */
class TrustedCertificatesTest {

    @Test
    void anUnknownCertificateIsTrustedOnlyWhenTold(@TempDir Path folder) throws Exception {
        HttpsServer server = server(folder);
        Route53Configuration options = new Route53Configuration();
        options.setAccessKey("AKIATEST");
        options.setSecretKey("s3cr3t");
        options.setOverrideEndpoint(true);
        options.setUriEndpointOverride("https://127.0.0.1:" + server.getAddress().getPort());
        try {
            try (Route53Client careful = Route53ClientFactory.create(options)) {
                assertThatThrownBy(() -> careful.getChange(change -> change.id("C1")))
                        .isInstanceOf(SdkClientException.class).hasStackTraceContaining("SSLHandshakeException");
            }
            options.setTrustAllCertificates(true);
            try (Route53Client trusting = Route53ClientFactory.create(options)) {
                assertThat(trusting.getChange(change -> change.id("C1")).changeInfo().id()).isEqualTo("C1");
            }
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer server(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=nobody", "-validity", "2",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit")
                .redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as("exit code of keytool, which said: %s", said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(Files.newInputStream(store), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        byte[] answer = FakeRoute53.Answer.change().body().getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
