package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes many runs, several at a time; each is the same whatever runs beside it. */
public final class Rehearsal {
    private final Supplier<Level> levels;
    private final int atOnce;
    private final IntConsumer progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    /**
     * @param levels   makes a level for each thread
     * @param progress is told how many runs are done
     */
    public Rehearsal(Supplier<Level> levels, int atOnce, IntConsumer progress) {
        this.levels = levels;
        this.atOnce = atOnce;
        this.progress = progress;
    }

    /** What came of each part, in their order. */
    public List<Account> play(List<Part> parts) throws InterruptedException {
        Account[] accounts = new Account[parts.size()];
        int threads = Math.max(1, Math.min(atOnce, parts.size()));
        ExecutorService stage = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> shares = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                shares.add(stage.submit(() -> playSome(parts, accounts)));
            }
            for (Future<?> share : shares) {
                await(share);
            }
        } finally {
            stage.shutdownNow();
        }
        return List.of(accounts);
    }

    private static void await(Future<?> share) throws InterruptedException {
        try {
            share.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a run of the rehearsal failed: " + e.getCause(), e.getCause());
        }
    }

    private void playSome(List<Part> parts, Account[] accounts) {
        try (Level level = levels.get()) {
            for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
                accounts[i] = play(parts.get(i), level);
                progress.accept(done.incrementAndGet());
            }
        }
    }

    private static Account play(Part part, Level level) {
        Chronicle chronicle = new Chronicle();
        Verdict verdict = level.run(part.schedule(), part.seed(), Trace.kept(), chronicle);
        List<Breach> breaches = Stream.concat(verdict.breaches().stream(), part.expected().apply(verdict).stream())
                .sorted(Comparator.comparing(Breach::at)).toList();
        return new Account(part.name(), part.told(), part.schedule(), part.seed(), breaches, verdict.trace(),
                chronicle.history(), part.repeat(), part.shortfall());
    }
}
