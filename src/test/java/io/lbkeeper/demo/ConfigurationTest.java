package io.lbkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void haproxyTakesItsConfigurationWithoutAWarning() throws IOException, InterruptedException {
        Path config = folder.resolve("lb1.cfg");
        Files.writeString(config, Configuration.haproxy("lb1", "127.7.7.1", "lbkeeper-test"));

        Process check = new ProcessBuilder(Programs.find("haproxy").orElseThrow().toString(), "-c", "-f",
                config.toString(), "-f", "haproxy/lbkeeper.cfg").redirectErrorStream(true).start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("WARNING");
    }

    @Test
    void lbkeeperTakesItsSettings() throws Exception {
        Path config = folder.resolve("lb2.properties");
        Files.writeString(config, Configuration.lbkeeper("lb2", "127.7.7.2", new Network("127.7.7"),
                folder.resolve("state")));

        Settings settings = Settings.read(config, Set.of("route53"));

        assertThat(settings.node()).isEqualTo("lb2");
        assertThat(settings.address().value()).isEqualTo("127.7.7.2");
        assertThat(settings.ownCheckUrl()).isEqualTo(URI.create("http://127.7.7.2:8404/stats;csv"));
        assertThat(settings.endpoint()).contains(URI.create("http://127.7.7.1:8053"));
        assertThat(settings.nameServers()).containsExactly("127.7.7.1:8054");
        assertThat(settings.reporting().http()).as("each machine has a status page of its own")
                .contains(new InetSocketAddress("127.7.7.2", 8405));
        assertThat(settings.fall()).isEqualTo(Configuration.FALL_CHECKS);
        assertThat(settings.fastinter()).isEqualTo(Duration.ofSeconds(Configuration.INTERVAL_SECONDS));
        assertThat(settings.ttl()).isEqualTo(Duration.ofSeconds(Configuration.TTL_SECONDS));
    }
}
