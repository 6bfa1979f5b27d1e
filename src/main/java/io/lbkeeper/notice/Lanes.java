package io.lbkeeper.notice;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/**
 * For each channel a queue with a consumer of its own, so that no channel waits for another, and behind it the kamelet
 * {@code notify-<channel>-action}: one that is missing or broken is found at start.
 */
public final class Lanes extends RouteBuilder {
    private final List<String> channels;
    private final int tries;
    private final int queueSize;
    private final Deliveries deliveries;
    private final UnaryOperator<String> masked;

    /** @param masked takes the secrets out of a message */
    public Lanes(List<String> channels, int tries, int queueSize, Deliveries deliveries,
            UnaryOperator<String> masked) {
        this.channels = List.copyOf(channels);
        this.tries = tries;
        this.queueSize = queueSize;
        this.deliveries = deliveries;
        this.masked = masked;
    }

    @Override
    public void configure() {
        for (String channel : channels) {
            String way = "direct:notice-over-" + channel;
            from(way).routeId("notice-over-" + channel).errorHandler(noErrorHandler())
                    .to("kamelet:notify-" + channel + "-action");
            Lane lane = new Lane(channel, tries, notice -> send(way, notice), Lanes::pause, deliveries, masked);
            from("seda:notices-" + channel + "?size=" + queueSize).routeId("notices-" + channel)
                    .errorHandler(noErrorHandler())
                    .process(exchange -> lane.deliver(exchange.getMessage().getBody(Notice.class)));
        }
    }

    private void send(String way, Notice notice) throws Exception {
        try (ProducerTemplate template = getContext().createProducerTemplate()) {
            Exchange sent = template.send(way, exchange -> exchange.getMessage().setBody(notice));
            if (sent.getException() != null) {
                throw sent.getException();
            }
        }
    }

    private static void pause(Duration length) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(length.toMillis());
    }
}
