package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Asks for the zone's SOA record, which proves a server, the zone and the key at once. */
public class DnsUpdateProducerHealthCheck extends AbstractHealthCheck {
    private final DnsUpdateEndpoint endpoint;

    public DnsUpdateProducerHealthCheck(DnsUpdateEndpoint endpoint) {
        super("camel", "producer:dns-update-" + endpoint.getId());
        this.endpoint = endpoint;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("service.url", endpoint.getServiceUrl());
        Zone zone = endpoint.zone();
        if (zone == null) {
            builder.down().message("the endpoint is not started");
            return;
        }
        try {
            builder.detail("server", zone.soa(endpoint.getConfiguration().getTimeout()).server()).up();
        } catch (IOException e) {
            builder.down().message(e.getMessage()).error(e);
        }
    }

    @Override
    public boolean isLiveness() {
        return false;
    }
}
