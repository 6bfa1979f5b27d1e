package io.lbkeeper.rehearsal.routes;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Timer;
import org.apache.camel.component.timer.TimerComponent;
import org.apache.camel.component.timer.TimerConsumer;

/** Camel's timer component, ticking in virtual time. */
final class SimulatedTimers extends TimerComponent {
    private static final String CYCLE = "watch";

    private final AgentProcess process;
    private final Map<TimerConsumer, Timer> timers = new IdentityHashMap<>();

    SimulatedTimers(AgentProcess process) {
        this.process = process;
    }

    @Override
    public Timer getTimer(TimerConsumer consumer) {
        return timers.computeIfAbsent(consumer, ticked -> new SimulatedTimer(process,
                !CYCLE.equals(ticked.getRouteId())));
    }

    @Override
    public void removeTimer(TimerConsumer consumer) {
        Timer timer = timers.remove(consumer);
        if (timer != null) {
            timer.cancel();
        }
    }
}
