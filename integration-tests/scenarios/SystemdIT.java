package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd hears of a running lbkeeper, by systemd-notify and a real socket. systemd itself does not run here. */
class SystemdIT {
    private static final String LISTENER = """
            import os, socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            while True:
                for word in s.recv(65536).decode().splitlines():
                    print(word, flush=True)
            """;

    @TempDir
    private Path folder;

    @Test
    void itHearsOfTheStartOfCyclesOfEditsAndOfTheEnd() throws Exception {
        Path socket = folder.resolve("notify");
        Path heard = folder.resolve("heard.txt");
        Process listener = new ProcessBuilder("/usr/bin/python3", "-c", LISTENER, socket.toString())
                .redirectErrorStream(true).redirectOutput(heard.toFile()).start();
        try (Workbench bench = new Workbench(folder, "127.0.4.2")) {
            await("the socket").atMost(Duration.ofSeconds(10)).until(() -> Files.exists(socket));
            try (Lbkeeper lb1 = bench.run(Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "4000000"))) {
                lb1.awaitOutput(Workbench.KEEPS);
                await("food for its watchdog").atMost(Duration.ofSeconds(30)).until(() ->
                        words(heard).stream().filter("WATCHDOG=1"::equals).count() >= 3);
                assertThat(words(heard)).contains("READY=1", "WATCHDOG_USEC=60000000")
                        .anyMatch(word -> word.startsWith("STATUS=KeepRecord: lb1 owns lb.example.com at 127.0.4.2"));
                bench.edit("notify.camel.yaml", "log-decision", "log-a-decision");
                await("the edit").atMost(Duration.ofSeconds(90)).until(() -> {
                    List<String> words = words(heard);
                    return words.contains("RELOADING=1") && words.lastIndexOf("READY=1") > words.indexOf("RELOADING=1");
                });
                assertThat(lb1.terminate()).as(lb1.output()).isLessThan(Duration.ofSeconds(2));
                await("the last word").atMost(Duration.ofSeconds(10)).until(() ->
                        words(heard).contains("STOPPING=1"));
                assertThat(lb1.output()).doesNotContain("systemd can't be told");
            }
            listener.destroyForcibly().waitFor();
            try (Lbkeeper deaf = bench.run(Map.of("NOTIFY_SOCKET", socket.toString()))) {
                deaf.awaitOutput("systemd can't be told how lbkeeper stands");
                int asked = bench.haproxy.asked();
                await("cycles").atMost(Duration.ofSeconds(30)).until(() -> bench.haproxy.asked() > asked + 3);
                assertThat(deaf.output()).containsOnlyOnce("systemd can't be told");
            }
        } finally {
            listener.destroyForcibly();
        }
    }

    private static List<String> words(Path heard) throws IOException {
        return Files.readAllLines(heard);
    }
}
