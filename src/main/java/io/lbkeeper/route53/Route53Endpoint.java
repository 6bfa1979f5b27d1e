package io.lbkeeper.route53;

import io.lbkeeper.route53.client.Route53ClientFactory;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * Read and change DNS records in Amazon Route 53.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "aws2-route53", title = "AWS Route 53", syntax = "aws2-route53:label",
             producerOnly = true, category = { Category.CLOUD }, headersClass = Route53Constants.class)
public class Route53Endpoint extends DefaultEndpoint implements EndpointServiceLocation {
    @UriParam
    private final Route53Configuration configuration;

    private final HostedZoneNames zoneNames = new HostedZoneNames();
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
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("aws2-route53 cannot be consumed from: use it in a 'to'");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Route53Client injected = configuration.getRoute53Client();
        client = injected == null ? Route53ClientFactory.create(configuration) : injected;
    }

    @Override
    protected void doStop() throws Exception {
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

    @Override
    public String getServiceUrl() {
        return configuration.isOverrideEndpoint() ? configuration.getUriEndpointOverride() : configuration.getRegion();
    }

    @Override
    public String getServiceProtocol() {
        return "route53";
    }
}
