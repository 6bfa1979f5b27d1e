package services;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with plain Camel and the component's jar, built and run in a folder of its own as its author would. */
class SampleProjectIT {
    private static final Path SAMPLE = Path.of("src/test/resources/sample-project");
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    @TempDir
    private Path folder;

    @Test
    void runsWithTheComponentsJarAlone() throws Exception {
        copySample();
        maven("org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file", "-Dfile=" + jar());
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (LocalRoute53 local = LocalRoute53.start(any, any,
                List.of(HostedZone.create("ZEXAMPLE", "example.com")), Duration.ZERO)) {
            String output = maven("-f", folder.resolve("pom.xml").toString(), "compile", "exec:java",
                    "-Droute53.port=" + local.apiPort());
            assertThat(output).as("the log of the sample project").contains("found: true");
            assertThat(local.zone("ZEXAMPLE").find("www.example.com", RecordType.A)).as("the record it set")
                    .hasValueSatisfying(set -> assertThat(set.values()).containsExactly("192.0.2.1"));
        }
    }

    private static Path jar() throws IOException {
        Path target = Path.of(System.getProperty("lbkeeper.distribution", "target/lbkeeper")).resolveSibling("");
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(file -> file.getFileName().toString().matches("camel-aws2-route53-.*\\.jar"))
                    .findFirst().orElseThrow(() -> new IOException("no camel-aws2-route53-*.jar in " + target))
                    .toAbsolutePath();
        }
    }

    private void copySample() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static String maven(String... words) throws Exception {
        String[] command = Stream.concat(Stream.of("/usr/bin/env", "mvn", "-B"), Stream.of(words))
                .toArray(String[]::new);
        return Program.run(DEADLINE, Map.of(), command).well().output();
    }
}
