package io.lbkeeper.route53;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.lbkeeper.route53.FakeRoute53.Answer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.camel.Exchange;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.WatchedZone.set;
import static io.lbkeeper.route53.WatchedZone.weighted;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever applies the events, one by one as they come, ends with the zone as it is: whatever changes between polls and
 * within one, whatever of the API, the route, the repository or the process fails.
 */
class ConsumerPropertyTest {
    private static final ResourceRecordSet SOA = set("example.com.", "SOA", "ns. host. 1 7200 900 1209600 86400");

    /** A zone, somebody who copies it by the events, and all that can go wrong between them. */
    private static final class World implements AutoCloseable {
        final Random random;
        final FakeRoute53 server = new FakeRoute53();
        final Map<RecordKey, ResourceRecordSet> zone = new TreeMap<>();
        final Map<RecordKey, ResourceRecordSet> copy = new TreeMap<>();
        final List<String> story = new ArrayList<>();
        final BrittleRepository repository;
        final Watch watch;
        boolean failing = true;

        World(Random random, Path file) {
            this.random = random;
            repository = new BrittleRepository(file);
            zone.put(RecordKey.of(SOA), SOA);
            watch = new Watch(WatchedZone.component(server.url()), "&emitExisting=true", repository);
            watch.failOn(this::failsToApply);
        }

        /** Applies the event, and sometimes fails before or after. */
        private boolean failsToApply(Exchange exchange) {
            int luck = failing ? random.nextInt(4) : 3;
            if (luck == 0) {
                return true;
            }
            ResourceRecordSet set = exchange.getMessage().getBody(ResourceRecordSet.class);
            boolean deleted = exchange.getMessage().getHeader(Route53Constants.RECORD_EVENT)
                    == Route53RecordEvent.deleted;
            story.add("  " + Watch.text(exchange) + (luck == 1 ? ", and then failed" : ""));
            if (deleted) {
                copy.remove(RecordKey.of(set));
            } else {
                copy.put(RecordKey.of(set), set);
            }
            return luck == 1;
        }

        void changeZone() {
            for (int i = random.nextInt(4); i > 0; i--) {
                String name = "r" + random.nextInt(5) + ".example.com.";
                String value = "192.0.2." + random.nextInt(3);
                ResourceRecordSet set = random.nextBoolean() ? set(name, "A", value)
                        : weighted("w" + name, "id" + random.nextInt(2), random.nextInt(2), value);
                if (random.nextInt(3) == 0) {
                    zone.remove(RecordKey.of(set));
                } else {
                    zone.put(RecordKey.of(set), set);
                }
            }
        }

        void poll() {
            ListedPages pages = new ListedPages(1 + random.nextInt(4));
            for (int i = failing ? random.nextInt(4) : 0; i > 0; i--) {
                pages.page(zone.values());
                changeZone();
            }
            Answer[] answers = pages.rest(zone.values());
            boolean fault = failing && random.nextInt(4) == 0;
            if (fault) {
                answers[random.nextInt(answers.length)] = List.of(Answer.error(400, "Throttling", "Rate exceeded"),
                        Answer.of(200, "<html/>"), Answer.list(), Answer.hangUp()).get(random.nextInt(4));
            }
            server.answers(answers);
            if (failing && random.nextInt(4) == 0) {
                repository.dieAfter(random.nextInt(4));
            }
            story.add("poll " + answers.length + " pages" + (fault ? ", one at fault" : ""));
            watch.poll();
        }

        void restart() throws Exception {
            story.add("restart");
            watch.context().getRouteController().stopRoute(Watch.ROUTE);
            repository.restart();
            watch.context().getRouteController().startRoute(Watch.ROUTE);
        }

        @Override
        public void close() {
            watch.close();
            server.close();
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void theEventsMakeTheZone(@ForAll long seed) throws Exception {
        Path folder = Files.createTempDirectory("zone");
        try (World world = new World(new Random(seed), folder.resolve("state"))) {
            for (int step = 0; step < 12; step++) {
                world.changeZone();
                world.poll();
                if (world.random.nextInt(3) == 0) {
                    world.restart();
                }
            }
            world.failing = false;
            world.restart();
            world.poll();
            assertThat(world.copy).as("the copy, with seed %s, after%n%s", seed, String.join("\n", world.story))
                    .isEqualTo(world.zone);
            world.story.clear();
            world.poll();
            assertThat(world.story).as("of a poll when all is done, with seed %s", seed).hasSize(1);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("state"));
        Files.delete(folder);
    }
}
