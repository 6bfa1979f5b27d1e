package io.lbkeeper.supervision;

import io.lbkeeper.supervision.FakeGeneration.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor over real files and generations that only tell, on a clock that the test moves. */
abstract class SupervisorTestBase {
    @TempDir
    Path folder;
    Path settings;
    Path routes;
    Path watch;

    final Story story = new Story();
    final List<String> told = new ArrayList<>();
    final List<Edition> assembled = new ArrayList<>();
    Duration now = Duration.ofHours(1);
    Consumer<FakeGeneration> made = any -> { };
    Runnable whilePausing = () -> { };
    /** What the judge says of a text of watch, beside "good". */
    final Map<String, RefusedException> verdicts = new HashMap<>();
    Supervisor<FakeGeneration> supervisor;
    FakeGeneration first;
    Edition edition;

    @AfterEach
    void close() {
        supervisor.close();
    }

    @BeforeEach
    void start() throws Exception {
        settings = Files.writeString(folder.resolve("lbkeeper.properties"), "lb.node=lb1\n");
        routes = Files.createDirectories(folder.resolve("routes"));
        Files.createDirectories(routes.resolve("kamelets"));
        watch = Files.writeString(routes.resolve("watch.camel.yaml"), "one");
        edition = Edition.copyOf(Saved.read(settings, routes));
        first = new FakeGeneration("one", story);
        supervisor = new Supervisor<>(first, edition, new Supervisor.Parts<>(
                running -> Saved.read(settings, routes), this::assemble, new Heard(told), SupervisorTestBase::words),
                new Steps());
        supervisor.start();
        story.told.clear();
    }

    private FakeGeneration assemble(Edition next, FakeGeneration running) throws RefusedException {
        assembled.add(next);
        String text = read(next.routes().resolve("watch.camel.yaml"));
        if (verdicts.containsKey(text)) {
            throw verdicts.get(text);
        }
        FakeGeneration generation = new FakeGeneration(text, story);
        made.accept(generation);
        return generation;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(String text) throws IOException {
        Files.writeString(watch, text);
    }

    /** One look a second, as by default. */
    void looks(int times) {
        for (int i = 0; i < times; i++) {
            now = now.plusSeconds(1);
            try {
                supervisor.look();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String words(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).map(Throwable::getMessage)
                .reduce((outer, inner) -> outer + ": " + inner).orElseThrow();
    }

    private final class Steps implements Pauses {
        @Override
        public Duration now() {
            return now;
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            now = now.plus(time);
            whilePausing.run();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
