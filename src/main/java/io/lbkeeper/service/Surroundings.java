package io.lbkeeper.service;

import io.lbkeeper.cycle.HttpDeadline;
import io.lbkeeper.cycle.Interfaces;
import io.lbkeeper.cycle.OwnInterfaces;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.component.http.HttpClientConfigurer;

/**
 * What the service stands on beside its settings and routes.
 *
 * @param clock      monotonic
 * @param nonces     gives a text that no change has carried before, each time it is asked
 * @param http       makes every HTTP client of the routes
 * @param interfaces the network interfaces of the machine
 */
public record Surroundings(Supplier<Duration> clock, Supplier<String> nonces, HttpClientConfigurer http,
        Interfaces interfaces) {

    public static Surroundings ofThisMachine() {
        return new Surroundings(() -> Duration.ofNanos(System.nanoTime()), () -> UUID.randomUUID().toString(),
                new HttpDeadline(), new OwnInterfaces());
    }
}
