package io.lbkeeper.metrics;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Measures checks, calls of the DNS provider and cycles by Camel's own events, so that no route has to say so. */
public final class Latencies extends EventNotifierSupport {
    private static final Pattern CHECK = Pattern.compile("check-(haproxy|tcp|ping)-action");
    private static final Pattern API = Pattern.compile("dns-.+-(read|change|follow)-action");
    private static final String CYCLE = "watch";
    /** The property that a cycle has, and a tick of the timer without a cycle has not. */
    private static final String DECISION = "decision";
    private static final Duration[] QUICK = millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000);
    private static final Duration[] SLOW = millis(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000);

    private final MeterRegistry meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    public Latencies(MeterRegistry meters, List<String> nodes) {
        this.meters = meters;
        // A sent event comes only after a sending event that was wanted; all others are not even made.
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeFailedEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
        setIgnoreExchangeAsyncProcessingStartedEvents(true);
        nodes.forEach(this::check);
        for (String call : List.of("read", "change", "follow")) {
            api(call, "ok");
            api(call, "failed");
        }
        api("change", "lost");
        cycle();
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSentEvent sent && sent.getEndpoint() instanceof KameletEndpoint kamelet) {
            // A kamelet's own last step goes to the kamelet too: back to whoever has called it.
            if (!kamelet.getRouteId().equals(sent.getExchange().getFromRouteId())) {
                sent(kamelet.getTemplateId(), sent.getExchange(), sent.getTimeTaken());
            }
        } else if (event instanceof ExchangeCompletedEvent completed
                && CYCLE.equals(completed.getExchange().getFromRouteId())
                && completed.getExchange().getProperty(DECISION) != null) {
            cycle().record(completed.getExchange().getClock().elapsed(), TimeUnit.MILLISECONDS);
        }
    }

    private void sent(String kamelet, Exchange exchange, long tookMillis) {
        if (CHECK.matcher(kamelet).matches()) {
            Target target = exchange.getProperty("target", Target.class);
            if (target != null) {
                check(target.node()).record(tookMillis, TimeUnit.MILLISECONDS);
            }
            return;
        }
        Matcher api = API.matcher(kamelet);
        if (api.matches()) {
            api(api.group(1), result(exchange)).record(tookMillis, TimeUnit.MILLISECONDS);
        }
    }

    private static String result(Exchange exchange) {
        Object answer = exchange.getMessage().getBody();
        boolean failed = exchange.isFailed() || answer instanceof Answer.CouldNotAsk<?>
                || answer instanceof Outcome.CouldNotAsk;
        return failed ? "failed" : answer instanceof Outcome.Lost ? "lost" : "ok";
    }

    private Timer check(String node) {
        return timer("check " + node, () -> Timer.builder(Names.CHECK_DURATION).tag("node", node)
                .serviceLevelObjectives(QUICK).description("How long one check of that node's HAProxy took, with the "
                        + "connections that confirm it."));
    }

    private Timer api(String call, String result) {
        return timer(call + ' ' + result, () -> Timer.builder(Names.API_DURATION).tag("call", call)
                .tag("result", result).serviceLevelObjectives(SLOW).description("How long one call of the DNS "
                        + "provider took, with its tries."));
    }

    private Timer cycle() {
        return timer(CYCLE, () -> Timer.builder(Names.CYCLE_DURATION).serviceLevelObjectives(SLOW)
                .description("How long one cycle took, from its timer to its end."));
    }

    /** To look one up by its builder makes much garbage, and each cycle needs three. */
    private Timer timer(String key, Supplier<Timer.Builder> builder) {
        return timers.computeIfAbsent(key, first -> builder.get().register(meters));
    }

    private static Duration[] millis(int... bounds) {
        return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
