package io.lbkeeper.service;

import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.line.Lines;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.status.Alarms;
import io.lbkeeper.supervision.Generation;
import io.lbkeeper.supervision.RefusedException;
import io.lbkeeper.timing.Beats;
import io.lbkeeper.timing.SteadyTimerComponent;
import io.lbkeeper.timing.Watchdog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** The service as it runs for one set of files: a Camel with its routes. What it remembers goes on to the next one. */
public final class Running implements Generation {
    private final Settings settings;
    private final Path routes;
    private final Surroundings surroundings;
    private final SteadyTimerComponent timers;
    private final Beats beats;
    private final Map<String, Object> lasting;
    private final Main main;

    private Running(Settings settings, Path routes, Beats beats, Optional<Map<String, Object>> known) {
        this.settings = settings;
        this.routes = routes;
        this.beats = beats;
        this.timers = SteadyTimerComponent.held(beats);
        this.surroundings = Surroundings.ofThisMachine(Optional.of(settings.stateDir()), timers);
        this.lasting = known.orElseGet(() -> Service.lasting(settings, surroundings));
        Map<String, Object> beans = new HashMap<>(lasting);
        beans.putAll(Service.renewed(settings, surroundings, lasting));
        this.main = Service.assemble(settings, routes, surroundings, beans);
        // Who ends the process ends this too; Camel's own strategy would leave a shutdown hook behind for each edit.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    }

    /**
     * The first one, which knows nothing yet. Somewhere in its first interval it has a cycle more, and keeps its pace
     * from there: machines that came up together would all read the records in the same moment for ever.
     */
    public static Running first(Settings settings, Path routes) {
        Running first = new Running(settings, routes, new Beats(() -> Duration.ofNanos(System.nanoTime())),
                Optional.empty());
        Duration apart = Duration.ofNanos(ThreadLocalRandom.current().nextLong(settings.interval().toNanos()));
        ((Cycle) first.lasting.get("cycle")).callBy(first.surroundings.clock().get().plus(apart));
        return first;
    }

    /** One that can take this one's place, for other settings or routes. */
    public Running next(Settings other, Path routes) {
        return new Running(other, routes, beats, Optional.of(lasting));
    }

    @Override
    public void start() throws RefusedException {
        try {
            main.init();
            main.getCamelContext().getInflightRepository().setInflightBrowseEnabled(true);
            main.start();
        } catch (Exception | LinkageError | StackOverflowError e) {
            throw new RefusedException("the routes in " + routes + " could not be started", e);
        }
        Optional<String> loose = LooseEnds.in(main.getCamelContext());
        if (loose.isPresent()) {
            throw new RefusedException("the routes in " + routes + " would not work: " + loose.get());
        }
    }

    @Override
    public void go() {
        Service.goBy(settings, surroundings, lasting);
        timers.release();
        // Only now: a timer that was never released has nothing yet that could be woken.
        ((Cycle) lasting.get("cycle")).wokenBy(surroundings.waker());
    }

    @Override
    public boolean restBetweenTasks() {
        return timers.holdBetweenTasks() && !isInCycle();
    }

    @Override
    public boolean restBetweenCycles() {
        timers.hold();
        return !timers.isRunning(Surroundings.CYCLES) && !isInCycle();
    }

    @Override
    public void goOn() {
        timers.release();
    }

    /** A cycle that does not wait for its steps is not over when its timer's task is. */
    private boolean isInCycle() {
        return main.getCamelContext().getInflightRepository().size(Surroundings.CYCLES) > 0;
    }

    @Override
    public long cycles() {
        return watchdog().completed();
    }

    @Override
    public Duration longestCycle() {
        return settings.longestCycle();
    }

    @Override
    public void stop() {
        timers.hold();
        main.stop();
    }

    /** Ends what has outlived the edits. */
    public void end() {
        ((Lines) lasting.get(Service.LINES)).close();
    }

    public Settings settings() {
        return settings;
    }

    public Watchdog watchdog() {
        return (Watchdog) lasting.get("watchdog");
    }

    /** One of those that outlive an edit. */
    public Object bean(String name) {
        return lasting.get(name);
    }

    public Alarms alarms() {
        return (Alarms) lasting.get("alarms");
    }

    public CamelContext camel() {
        return main.getCamelContext();
    }

    /** What was decided last. */
    public Optional<Decision> decided() {
        return ((Cycle) lasting.get("cycle")).decided();
    }
}
