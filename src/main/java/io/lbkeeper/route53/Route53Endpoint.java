package io.lbkeeper.route53;

import java.util.concurrent.TimeUnit;

import io.lbkeeper.route53.client.Route53ClientFactory;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameRequest;

/**
 * Read, change and watch DNS records in Amazon Route 53.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "aws2-route53", title = "AWS Route 53", syntax = "aws2-route53:label",
             category = { Category.CLOUD }, headersClass = Route53Constants.class)
public class Route53Endpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {
    private static final long DEFAULT_DELAY_MILLIS = 60_000;

    @UriParam
    private final Route53Configuration configuration;

    private final HostedZoneNames zoneNames = new HostedZoneNames();

    // The API's rate limit is one for all of an account, so the default is longer than Camel's own.
    @UriParam(label = "consumer,scheduler", defaultValue = "" + DEFAULT_DELAY_MILLIS, javaType = "java.time.Duration",
              description = "Milliseconds before the next poll. A poll costs a call for each 300 record sets.")
    private long delay = -1;

    @UriParam(label = "consumer",
              description = "How many exchanges a poll emits at most; what is left comes with the next poll. Zero or "
                            + "less for no limit.")
    private int maxMessagesPerPoll;

    private Route53Client client;

    public Route53Endpoint(String uri, Route53Component component, Route53Configuration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new Route53Producer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Route53Consumer consumer = new Route53Consumer(this, processor);
        configureConsumer(consumer);
        consumer.setMaxMessagesPerPoll(maxMessagesPerPoll);
        if (delay < 0) {
            consumer.setDelay(Math.max(1, getTimeUnit().convert(DEFAULT_DELAY_MILLIS, TimeUnit.MILLISECONDS)));
        }
        return consumer;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Route53Client injected = configuration.getRoute53Client();
        client = injected == null ? Route53ClientFactory.create(configuration) : injected;
    }

    @Override
    protected void doStop() throws Exception {
        getComponent().waitThreads().endWaits(this);
        if (client != null && client != configuration.getRoute53Client()) {
            client.close();
        }
        client = null;
        super.doStop();
    }

    @Override
    public Route53Component getComponent() {
        return (Route53Component) super.getComponent();
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    @Override
    public long getDefaultDelay() {
        return DEFAULT_DELAY_MILLIS;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public Route53Configuration getConfiguration() {
        return configuration;
    }

    /** The client of this endpoint while it is started, else null. */
    public Route53Client getRoute53Client() {
        return client;
    }

    /** The ids of the hosted zones that were told by name. */
    HostedZoneNames zoneNames() {
        return zoneNames;
    }

    /**
     * The id of the hosted zone that the options tell, by its id or by its name; null where they tell none.
     *
     * @param request whatever the request for the id of a name shall carry, such as a time-out
     */
    String hostedZoneId(ListHostedZonesByNameRequest request) {
        if (ObjectHelper.isNotEmpty(configuration.getHostedZoneId())) {
            return Call.bareId(configuration.getHostedZoneId());
        }
        return ObjectHelper.isEmpty(configuration.getHostedZoneName()) ? null
                : zoneNames.id(client, configuration.getHostedZoneName(), request);
    }

    /** After "no such zone": another one may have the name by now. */
    void forgetZone() {
        if (ObjectHelper.isNotEmpty(configuration.getHostedZoneName())) {
            zoneNames.forget(configuration.getHostedZoneName());
        }
    }

    @Override
    public String getServiceUrl() {
        return configuration.isOverrideEndpoint() ? configuration.getUriEndpointOverride() : configuration.getRegion();
    }

    @Override
    public String getServiceProtocol() {
        return "route53";
    }
}
