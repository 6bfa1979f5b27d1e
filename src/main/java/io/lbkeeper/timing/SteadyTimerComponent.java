package io.lbkeeper.timing;

import java.util.Map;
import java.util.Timer;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.timer.TimerComponent;
import org.apache.camel.component.timer.TimerConsumer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/** Camel's component {@code timer} with all its options, on a {@link SteadyTimer} for each route that it starts. */
public final class SteadyTimerComponent extends TimerComponent {
    private final Map<TimerConsumer, SteadyTimer> timers = new ConcurrentHashMap<>();

    @Override
    public Timer getTimer(TimerConsumer consumer) {
        return timers.computeIfAbsent(consumer, one -> new SteadyTimer(new CamelThreadFactory(
                getCamelContext().getExecutorServiceManager().getThreadNamePattern(),
                one.getEndpoint().getEndpointUri(), one.getEndpoint().isDaemon())));
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
