package io.lbkeeper.dnsupdate;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** Makes the endpoints, each with its own copy of the component's configuration. */
@Component("dns-update")
public class DnsUpdateComponent extends HealthCheckComponent {
    @Metadata(description = "The configuration of the component")
    private DnsUpdateConfiguration configuration = new DnsUpdateConfiguration();

    public DnsUpdateComponent() {
        this(null);
    }

    public DnsUpdateComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        DnsUpdateConfiguration own = configuration == null ? new DnsUpdateConfiguration() : configuration.copy();
        own.setZone(remaining);
        DnsUpdateEndpoint endpoint = new DnsUpdateEndpoint(uri, this, own);
        setProperties(endpoint, parameters);
        ReadOptions.judge(own);
        return endpoint;
    }

    public DnsUpdateConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(DnsUpdateConfiguration configuration) {
        this.configuration = configuration;
    }
}
