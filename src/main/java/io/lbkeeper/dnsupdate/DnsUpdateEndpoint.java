package io.lbkeeper.dnsupdate;

import java.util.concurrent.ExecutorService;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Read and change DNS records at a zone's own servers, by dynamic updates (RFC 2136) signed with TSIG.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "dns-update", title = "DNS Update", syntax = "dns-update:zone",
             category = { Category.NETWORKING }, producerOnly = true, headersClass = DnsUpdateConstants.class)
public class DnsUpdateEndpoint extends DefaultEndpoint implements EndpointServiceLocation {
    @UriParam
    private final DnsUpdateConfiguration configuration;

    private ExecutorService threads;
    private Zone zone;

    public DnsUpdateEndpoint(String uri, DnsUpdateComponent component, DnsUpdateConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new DnsUpdateProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("dns-update reads and changes records; it cannot be consumed from");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        DnsTransport transport = configuration.getTransport();
        if (transport == null) {
            threads = getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "dns-update");
            transport = new NetworkTransport(new Signature(ReadOptions.key(configuration)),
                    configuration.isTcp() ? 0 : configuration.getTries(), threads);
        }
        zone = new Zone(ReadOptions.zone(configuration), ReadOptions.servers(configuration), transport);
    }

    @Override
    protected void doStop() throws Exception {
        if (threads != null) {
            getCamelContext().getExecutorServiceManager().shutdownNow(threads);
            threads = null;
        }
        zone = null;
        super.doStop();
    }

    /** The zone at its servers while the endpoint is started, else null. */
    Zone zone() {
        return zone;
    }

    @Override
    public DnsUpdateComponent getComponent() {
        return (DnsUpdateComponent) super.getComponent();
    }

    public DnsUpdateConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getServers() == null || configuration.getServers().isBlank() ? configuration.getZone()
                : configuration.getServers();
    }

    @Override
    public String getServiceProtocol() {
        return "dns";
    }
}
