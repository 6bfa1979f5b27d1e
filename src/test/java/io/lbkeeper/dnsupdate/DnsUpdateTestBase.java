package io.lbkeeper.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.xbill.DNS.RRset;

/** A Camel without routes, and the ways to ask and to change through it. */
abstract class DnsUpdateTestBase {
    static final String KEY = "keyName=lb1&key=RAW(" + SignedServer.SECRET + ")";
    CamelContext context;
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        context = new DefaultCamelContext();
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    Exchange send(String options, Map<String, Object> headers) {
        return template.request("dns-update:example.com?" + options,
                exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    Exchange read(String options, String... names) {
        return send(options, Map.of(DnsUpdateConstants.OPERATION, "getRecords", DnsUpdateConstants.RECORD_NAMES,
                List.of(names)));
    }

    List<String> records(String options, String... names) {
        Exchange exchange = read(options, names);
        assertThat(exchange.getException()).isNull();
        return ((List<?>) exchange.getMessage().getBody()).stream().flatMap(set -> ((RRset) set).rrs(false).stream())
                .map(record -> record.toString().replaceAll("\\s+", " ")).toList();
    }

    Exchange swap(String options, String expected, String desired) {
        return send(options, Map.of(DnsUpdateConstants.OPERATION, DnsUpdateOperations.update,
                DnsUpdateConstants.EXPECTED, expected, DnsUpdateConstants.DESIRED, desired));
    }

    Exchange replace(String options, String desired) {
        return send(options, Map.of(DnsUpdateConstants.OPERATION, "replaceRecord", DnsUpdateConstants.DESIRED,
                desired));
    }

    static DnsFailureKind failure(Exchange exchange) {
        assertThat(exchange.getException()).as("an operation that should have failed, and gave %s",
                exchange.getMessage().getBody()).isInstanceOf(DnsUpdateException.class);
        DnsFailureKind kind = ((DnsUpdateException) exchange.getException()).getKind();
        assertThat(exchange.getMessage().getHeader(DnsUpdateConstants.FAILURE)).isEqualTo(kind);
        return kind;
    }
}
