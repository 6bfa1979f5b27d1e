package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.check.Check;
import io.lbkeeper.check.Findings;
import io.lbkeeper.check.Mistake;
import io.lbkeeper.check.Mistakes;
import io.lbkeeper.command.Editions;
import io.lbkeeper.command.RoutesFolder;
import io.lbkeeper.command.UsageException;
import io.lbkeeper.service.Running;
import io.lbkeeper.supervision.Edition;
import io.lbkeeper.supervision.Heard;
import io.lbkeeper.supervision.Judge;
import io.lbkeeper.supervision.Pauses;
import io.lbkeeper.supervision.RefusedException;
import io.lbkeeper.supervision.Saved;
import io.lbkeeper.supervision.Supervisor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded mistakes are saved over the running service, with the check in this process instead of one of its
 * own: it would read the schema and the catalogue anew for each.
 */
class MistakesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void savedOverARunningServiceEachLeavesTheOldRoutesCycling() throws Exception {
        try (Workbench bench = new Workbench(folder, "127.0.4.3")) {
            Path edited = Files.createDirectory(folder.resolve("edited"));
            Path config = Mistakes.copyInto(edited);
            bench.settings.keySet().removeAll(Set.of("lb.node", "lb.nodes", "lb.domain", "lb.service",
                    "lb.route53.zone-id"));
            Files.writeString(config, Files.readString(config).replaceFirst("(?m)^lb.route53.zone-id=.*$",
                    "lb.route53.zone-id=ZEXAMPLE"));
            Files.write(config, bench.settings.entrySet().stream().map(Object::toString).toList(),
                    StandardOpenOption.APPEND);
            Path routes = edited.resolve("routes");
            Saved good = Saved.read(config, routes);
            Edition edition = Edition.copyOf(good);
            Running first = Running.first(Editions.settings(edition), edition.routes());
            try (Supervisor<Running> supervisor = new Supervisor<>(first, edition, new Supervisor.Parts<>(
                    running -> Saved.read(config, routes), new Editions(check()), new Heard(told),
                    Throwable::getMessage), Pauses.real())) {
                supervisor.start();
                supervisor.watch(running -> Duration.ofMillis(20));
                await("cycles").atMost(PATIENCE).until(() -> first.cycles() > 1);
                bench.haproxy.forgetGaps();
                for (Mistake mistake : everySecond()) {
                    told.clear();
                    mistake.make(config, routes);
                    await("an answer to " + mistake).atMost(PATIENCE).until(() -> !told.isEmpty());
                    assertThat(told).as("%s", mistake).first().asString().startsWith("refused ");
                    restore(good);
                    await("the end of " + mistake).atMost(PATIENCE).until(() -> told.contains("as before"));
                }
                assertThat(supervisor.running()).isSameAs(first);
                Files.writeString(routes.resolve("notify.camel.yaml"), "# As good as ever.\n",
                        StandardOpenOption.APPEND);
                await("the good edit").atMost(PATIENCE).until(() -> told.contains("taken notify.camel.yaml"));
                assertThat(bench.haproxy.longestGap()).as("between two checks").isLessThan(
                        Workbench.INTERVAL.multipliedBy(2));
                assertThat(bench.haproxy.mostAtOnce()).isEqualTo(1);
            }
        }
    }

    /** More than forty of them; MistakesTest has the check find all. */
    private static List<Mistake> everySecond() throws IOException {
        List<Mistake> all = Mistakes.all();
        return IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
    }

    private static Judge check() {
        Check check = new Check();
        return edition -> {
            try {
                RoutesFolder folder = RoutesFolder.open(edition.routes());
                Findings findings = check.of(edition.settings(), edition.routes(), folder.providers(),
                        folder.channels());
                if (!findings.isGood()) {
                    throw new RefusedException(findings.toString());
                }
            } catch (UsageException e) {
                throw new RefusedException(e.getMessage());
            }
        };
    }

    /** Undoes a mistake file by file, so that for a moment there is a bit of both. */
    private static void restore(Saved good) throws IOException {
        for (Path extra : Saved.read(good.settings(), good.routes()).texts().keySet()) {
            if (!good.texts().containsKey(extra)) {
                Files.delete(extra);
            }
        }
        for (Map.Entry<Path, String> one : good.texts().entrySet()) {
            if (one.getKey().startsWith(good.settings().getParent())) {
                Files.write(one.getKey(), one.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }
}
