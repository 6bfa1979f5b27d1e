package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.command.RoutesFolder;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.service.Service;
import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's folder of routes with a pair of kamelets more, and lb.dns naming it: the whole service runs on it. */
class OwnProviderTest {
    @TempDir
    Path folder;

    @Test
    void thePairOfKameletsIsAllThatItTakes() throws Exception {
        OwnProvider provider = new OwnProvider();
        provider.keeps = true;
        try (ScriptedServer haproxy = new ScriptedServer(Replies.whole(200, StatsPages.PAGE, "X-Lbkeeper-Node: lb1"))) {
            Main main = service(haproxy.url() + "/stats;csv");
            main.bind("mine", provider);
            main.setShutdownStrategy(new SimpleMainShutdownStrategy());
            main.start();
            try {
                Change create = awaitChange(provider, 1);
                assertThat(create.desired()).extracting(RecordSet::name)
                        .containsExactly("lb.example.com", "_owner.lb.example.com");
                assertThat(awaitChange(provider, 2)).isEqualTo(Change.set(Decisions.NODE));
                assertThat(provider.asked.get(0)).containsExactly("lb.example.com", "_owner.lb.example.com",
                        "lb1.example.com", "lb2.example.com");
            } finally {
                main.stop();
            }
        }
    }

    private Main service(String ownPage) throws Exception {
        copy(Path.of("routes"), folder.resolve("routes"));
        OwnProvider.writeKamelets(folder.resolve("routes/kamelets"));
        Path file = Files.write(folder.resolve("lbkeeper.properties"), List.of("lb.node=lb1", "lb.nodes=lb1,lb2",
                "lb.domain=example.com", "lb.service=lb.example.com", "lb.dns=mine", "lb.address=203.0.113.10",
                "lb.check.own-url=" + ownPage, "lb.check.backends=app", "lb.check.interval=1s",
                "lb.check.fastinter=200ms", "lb.check.timeout=900ms", "lb.address.timeout=900ms",
                "lb.dns.timeout=900ms"));
        RoutesFolder routes = RoutesFolder.open(folder.resolve("routes"));
        assertThat(routes.providers()).contains("mine", "route53");
        return Service.assemble(Settings.read(file, routes.providers()), routes.folder());
    }

    private static Change awaitChange(OwnProvider provider, int number) {
        await("change " + number).atMost(Duration.ofSeconds(15)).until(() -> provider.changes.size() >= number);
        return provider.changes.get(number - 1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
