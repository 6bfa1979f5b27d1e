package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultProducer;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Update;

/** Does what the header or the option says, with the message's headers. */
public class DnsUpdateProducer extends DefaultProducer {
    private WritableHealthCheckRepository healthChecks;
    private DnsUpdateProducerHealthCheck healthCheck;

    public DnsUpdateProducer(DnsUpdateEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        List.of(DnsUpdateConstants.SERVER, DnsUpdateConstants.SERIAL, DnsUpdateConstants.FAILURE)
                .forEach(message::removeHeader);
        try {
            run(message);
        } catch (DnsUpdateException e) {
            message.setHeader(DnsUpdateConstants.FAILURE, e.getKind());
            throw e;
        }
    }

    private void run(Message message) throws IOException {
        Zone zone = getEndpoint().zone();
        Duration time = getEndpoint().getConfiguration().getTimeout();
        switch (operation(message)) {
            case getRecords -> {
                Zone.Answered<List<RRset>> found = zone.records(names(message), time);
                message.setBody(found.value());
                message.setHeader(DnsUpdateConstants.SERVER, found.server());
            }
            case getSoa -> {
                Zone.Answered<SOARecord> found = zone.soa(time);
                message.setBody(found.value());
                message.setHeader(DnsUpdateConstants.SERVER, found.server());
                message.setHeader(DnsUpdateConstants.SERIAL, found.value().getSerial());
            }
            case update -> change(message, RecordChange.swap(zone.name(), sets(message, DnsUpdateConstants.EXPECTED),
                    sets(message, DnsUpdateConstants.DESIRED)));
            case replaceRecord -> change(message, RecordChange.replace(zone.name(), sets(message,
                    DnsUpdateConstants.DESIRED)));
        }
    }

    private void change(Message message, Update update) throws IOException {
        if (update.getSection(Section.UPDATE).isEmpty()) {
            throw new IllegalArgumentException("dns-update: there is nothing to change: set the header "
                    + DnsUpdateConstants.DESIRED + ", or " + DnsUpdateConstants.EXPECTED + " to delete");
        }
        Zone.Answered<Void> done = getEndpoint().zone().change(update, getEndpoint().getConfiguration().getTimeout());
        message.setHeader(DnsUpdateConstants.SERVER, done.server());
        done.serial().ifPresent(serial -> message.setHeader(DnsUpdateConstants.SERIAL, serial));
    }

    private DnsUpdateOperations operation(Message message) {
        DnsUpdateOperations told = message.getHeader(DnsUpdateConstants.OPERATION, DnsUpdateOperations.class);
        DnsUpdateOperations operation = told != null ? told : getEndpoint().getConfiguration().getOperation();
        if (operation == null) {
            throw new IllegalArgumentException("dns-update: no operation: set the header "
                    + DnsUpdateConstants.OPERATION + " or the option operation to one of "
                    + Arrays.toString(DnsUpdateOperations.values()));
        }
        return operation;
    }

    private static List<Name> names(Message message) {
        Object value = message.getHeader(DnsUpdateConstants.RECORD_NAMES);
        Collection<?> texts = value instanceof Collection<?> several ? several
                : value == null ? List.of() : List.of(value.toString().split(","));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("dns-update: getRecords needs names: set the header "
                    + DnsUpdateConstants.RECORD_NAMES);
        }
        return texts.stream().map(text -> ReadOptions.name(String.valueOf(text), "the record name")).distinct()
                .toList();
    }

    private List<RRset> sets(Message message, String header) {
        return RecordText.sets(message.getHeader(header), getEndpoint().zone().name(), header);
    }

    @Override
    public DnsUpdateEndpoint getEndpoint() {
        return (DnsUpdateEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        healthChecks = HealthCheckHelper.getHealthCheckRepository(getEndpoint().getCamelContext(), "producers",
                WritableHealthCheckRepository.class);
        if (healthChecks != null) {
            healthCheck = new DnsUpdateProducerHealthCheck(getEndpoint());
            healthCheck.setEnabled(getEndpoint().getComponent().isHealthCheckProducerEnabled());
            healthChecks.addHealthCheck(healthCheck);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (healthChecks != null && healthCheck != null) {
            healthChecks.removeHealthCheck(healthCheck);
            healthCheck = null;
        }
        super.doStop();
    }
}
