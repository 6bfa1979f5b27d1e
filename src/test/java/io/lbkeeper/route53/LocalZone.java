package io.lbkeeper.route53;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The zone example.com in the local endpoint, changed by the component in a Camel context, and asked over DNS. */
final class LocalZone implements AutoCloseable {
    static final String ZONE = "ZLOCAL";
    private final LocalRoute53 local;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    LocalZone() {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            local = LocalRoute53.start(any, any, List.of(HostedZone.create(ZONE, "example.com")), Duration.ZERO);
        } catch (IOException e) {
            throw new AssertionError("starting the local endpoint", e);
        }
        Route53Component component = Route53TestBase.component("http://127.0.0.1:" + local.apiPort());
        component.getConfiguration().setHostedZoneId(ZONE);
        context.addComponent("aws2-route53", component);
        context.start();
        template = context.createProducerTemplate();
    }

    /** @param headers by the names of Route53Constants without CamelAwsRoute53, and their values, in turn */
    Exchange call(Route53Operations operation, Object body, Object... headers) {
        return callBy("local", operation, body, headers);
    }

    /** The same by a client of its own: each label is another endpoint. */
    Exchange callBy(String label, Route53Operations operation, Object body, Object... headers) {
        return template.send("aws2-route53:" + label, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(headers(headers));
            exchange.getMessage().setHeader(Route53Constants.OPERATION, operation);
        });
    }

    Route53Client client(String label) {
        return context.getEndpoint("aws2-route53:" + label, Route53Endpoint.class).getRoute53Client();
    }

    Exchange pojo(Route53Operations operation, Object request) {
        return template.send("aws2-route53:local?pojoRequest=true&operation=" + operation,
                exchange -> exchange.getMessage().setBody(request));
    }

    static Map<String, Object> headers(Object... namesAndValues) {
        Map<String, Object> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put("CamelAwsRoute53" + namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /** The record set as it is listed, or null. */
    ResourceRecordSet record(String name, String type, String identifier) {
        return well(call(Route53Operations.getRecord, null, "RecordName", name, "RecordType", type,
                "SetIdentifier", identifier)).getMessage().getBody(ResourceRecordSet.class);
    }

    /** What DNS answers, as the text of each record's data. */
    List<String> dns(String name, String type) {
        try {
            SimpleResolver resolver = new SimpleResolver(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), local.dnsPort()));
            Message answer = resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name + "."),
                    Type.value(type), DClass.IN)));
            return answer.getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
        } catch (IOException e) {
            throw new AssertionError("asking DNS for " + name + " " + type, e);
        }
    }

    static Exchange well(Exchange exchange) {
        assertThat(exchange.getException()).as("the operation's exception").isNull();
        return exchange;
    }

    @Override
    public void close() {
        context.stop();
        local.close();
    }
}
