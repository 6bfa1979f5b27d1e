package io.lbkeeper.rehearsal.routes;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.camel.component.timer.TimerComponent;
import org.apache.camel.component.timer.TimerConsumer;

/** Camel's timer component, ticking in virtual time. */
final class SimulatedTimers extends TimerComponent {
    private static final String CYCLE = "watch";

    private final AgentProcess process;
    private final Map<TimerConsumer, SimulatedTimer> timers = new IdentityHashMap<>();

    SimulatedTimers(AgentProcess process) {
        this.process = process;
    }

    @Override
    public SimulatedTimer getTimer(TimerConsumer consumer) {
        return timers.computeIfAbsent(consumer, ticked -> new SimulatedTimer(process,
                !CYCLE.equals(ticked.getRouteId())));
    }

    /** Lets the timer of the cycles run beside its period. */
    void wakeAt(Duration moment) {
        timers.forEach((consumer, timer) -> {
            if (CYCLE.equals(consumer.getRouteId())) {
                timer.wakeAt(moment);
            }
        });
    }

    @Override
    public void removeTimer(TimerConsumer consumer) {
        SimulatedTimer timer = timers.remove(consumer);
        if (timer != null) {
            timer.cancel();
        }
    }
}
