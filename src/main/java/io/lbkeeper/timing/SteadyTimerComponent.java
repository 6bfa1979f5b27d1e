package io.lbkeeper.timing;

import java.time.Duration;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.timer.TimerComponent;
import org.apache.camel.component.timer.TimerConsumer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/**
 * Camel's component {@code timer} with all its options, on a {@link SteadyTimer} for each route that it starts. Its
 * timers can be held, so that of two that know the same {@link Beats} one goes on where the other has stopped.
 */
public final class SteadyTimerComponent extends TimerComponent {
    private final Beats beats;
    private final Gate gate;
    private final Map<TimerConsumer, SteadyTimer> timers = new ConcurrentHashMap<>();

    public SteadyTimerComponent() {
        this(new Beats(() -> Duration.ofNanos(System.nanoTime())), new Gate(true));
    }

    private SteadyTimerComponent(Beats beats, Gate gate) {
        this.beats = beats;
        this.gate = gate;
    }

    /** One whose timers do not run until {@link #release}. */
    public static SteadyTimerComponent held(Beats beats) {
        return new SteadyTimerComponent(beats, new Gate(false));
    }

    /** Whether its timers are held now: this never interrupts a task, so they are not while one runs. */
    public boolean holdBetweenTasks() {
        return gate.closeIfEmpty();
    }

    /** Holds the timers now; a task that runs goes on to its end. */
    public void hold() {
        gate.close();
    }

    /** Whether a task of the timer of this name runs. */
    public boolean isRunning(String timerName) {
        return gate.isInside(timerName);
    }

    /**
     * Runs the task of the timer of this name once more, beside its period.
     *
     * @param moment by {@link System#nanoTime()}; one that has passed means at once
     */
    public void wakeAt(String timerName, Duration moment) {
        timers.forEach((consumer, timer) -> {
            if (consumer.getEndpoint().getTimerName().equals(timerName)) {
                timer.wakeAt(moment);
            }
        });
    }

    public void release() {
        gate.open();
    }

    @Override
    public Timer getTimer(TimerConsumer consumer) {
        return timers.computeIfAbsent(consumer, one -> new SteadyTimer(
                one.getEndpoint().getTimerName(), new CamelThreadFactory(
                        getCamelContext().getExecutorServiceManager().getThreadNamePattern(),
                        one.getEndpoint().getEndpointUri(), one.getEndpoint().isDaemon()), gate, beats));
    }

    @Override
    public void removeTimer(TimerConsumer consumer) {
        SteadyTimer timer = timers.remove(consumer);
        if (timer != null) {
            timer.cancel();
        }
    }

    /** Camel looks for it by an annotation that is not inherited. Without it a period of 30s is no number. */
    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return PluginHelper.getConfigurerResolver(getCamelContext()).resolvePropertyConfigurer(
                "timer-endpoint-configurer", getCamelContext());
    }

    @Override
    protected void doStop() throws Exception {
        timers.keySet().forEach(this::removeTimer);
        super.doStop();
    }
}
