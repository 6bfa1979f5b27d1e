package bench;

import java.time.Duration;

/** From the start of an agent, with no record there yet, to the first answer that names a live machine. */
final class Starts {
    private static final Duration PACE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Bench bench;

    Starts(Bench bench) {
        this.bench = bench;
    }

    /** One contender after the other, so that none takes another's processor. */
    void run() {
        if (bench.lines().contains(Line.START)) {
            for (int round = 0; round < bench.options.rounds; round++) {
                bench.contenders.forEach(this::time);
            }
        }
    }

    private void time(Contender contender) {
        try (Site site = new Site(contender, Setting.FALL_1, "start", PACE)) {
            site.openWithoutAgents();
            Machine machine = site.machine(contender.asksProvider() ? "lb1" : "lb2");
            long began = System.nanoTime();
            machine.startAgent();
            Wait.until("a correct answer", PATIENCE, () -> site.machines().stream().anyMatch(one -> site.answers()
                    .now().equals(one.address())));
            long answered = site.machines().stream().flatMapToLong(one -> site.answers().firstAfter(began, one
                    .address()).stream()).min().orElseThrow();
            bench.results.add(contender.name(), Line.START, (answered - began) / 1e9);
            bench.tell(contender, Line.START, (answered - began) / 1e9);
        } catch (Missed failed) {
            bench.results.fail(contender.name(), Line.START, failed.getMessage());
        }
    }
}
