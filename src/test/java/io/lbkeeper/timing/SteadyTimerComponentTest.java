package io.lbkeeper.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.component.timer.TimerEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class SteadyTimerComponentTest {
    @Test
    void itTakesDurationsAsCamelsOwnDoes() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addComponent("timer", new SteadyTimerComponent());
            camel.start();
            TimerEndpoint timer = camel.getEndpoint("timer:housekeeping?period=30s&delay=1m", TimerEndpoint.class);
            assertThat(timer.getPeriod()).isEqualTo(30_000);
            assertThat(timer.getDelay()).isEqualTo(60_000);
        }
    }
}
