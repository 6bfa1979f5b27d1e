package io.lbkeeper.routes;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.dyndns2.Dyndns2;
import io.lbkeeper.dyndns2.HeldBack;
import io.lbkeeper.dyndns2.Login;
import io.lbkeeper.dyndns2.ZoneRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The kamelets {@code dns-dyndns2-*-action} against a strict service; the clock is moved by hand. */
abstract class Dyndns2TestBase extends RouteTestBase {
    static final String LB = "lb.example.com";
    static final String LB1 = "lb1.example.com";
    static final String LB2 = "lb2.example.com";
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int MANY = 25;

    final Dyndns2Service service = service();
    Instant now = Instant.parse("2026-11-23T20:00:00Z");

    @TempDir
    private Path folder;
    private int run;

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Set<String> providers() {
        return Set.of("dyndns2");
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.dns", "dyndns2", "lb.dyndns2.url", service.url(), "lb.dyndns2.user", Dyndns2Service.USER,
                "lb.dyndns2.password", Dyndns2Service.PASSWORD, "lb.dyndns2.name-servers", service.nameServer());
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("dyndns2", bean(Dyndns2Service.PASSWORD));
    }

    @AfterEach
    void closeService() {
        service.close();
    }

    /** As after a restart, perhaps with another password in the settings. */
    void restart(String password) {
        // Another instance of the kamelet: each keeps the bean that it has found.
        run++;
        context.getRegistry().unbind("dyndns2");
        context.getRegistry().bind("dyndns2", bean(password));
    }

    private Dyndns2 bean(String password) {
        return new Dyndns2(new Login(service.url(), Dyndns2Service.USER, password, "lbkeeper - test - 1"),
                new ZoneRecords(names().collect(Collectors.toSet()), List.of(service.nameServer()),
                        Duration.ofSeconds(60), DEADLINE), new HeldBack(Optional.of(folder), () -> now));
    }

    static Stream<String> names() {
        return Stream.concat(Stream.of(LB, LB1, LB2), IntStream.range(0, MANY).mapToObj(n -> "s" + n
                + ".example.com"));
    }

    private static Dyndns2Service service() {
        try {
            return new Dyndns2Service(names().collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordSet a(String name, String address) {
        return RecordSet.simple(name, address.contains(":") ? "AAAA" : "A", Duration.ofSeconds(60), address);
    }

    Outcome change(Change change) {
        return template.requestBody("kamelet:dns-dyndns2-change-action/run-" + run, change, Outcome.class);
    }

    @SuppressWarnings("unchecked")
    Answer<List<RecordSet>> read(String... names) {
        return template.requestBody("kamelet:dns-dyndns2-read-action", List.of(names), Answer.class);
    }
}
