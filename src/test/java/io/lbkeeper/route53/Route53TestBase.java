package io.lbkeeper.route53;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static org.assertj.core.api.Assertions.assertThat;

/** A Camel context whose component asks a server of prepared answers. */
abstract class Route53TestBase extends CamelTestSupport {
    static final String URI = "aws2-route53:lbkeeper";

    final FakeRoute53 server = new FakeRoute53();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext made = super.createCamelContext();
        made.addComponent("aws2-route53", component(server));
        return made;
    }

    /** A component set to this server, with short time-outs so that a test of them is quick. */
    static Route53Component component(FakeRoute53 server) {
        Route53Component component = component(server.url());
        Route53Configuration options = component.getConfiguration();
        options.setHostedZoneId("ZEXAMPLE");
        options.setApiCallTimeout(Duration.ofSeconds(8));
        options.setApiCallAttemptTimeout(Duration.ofSeconds(4));
        return component;
    }

    /** A component that asks there, with the credentials of nobody. */
    static Route53Component component(String url) {
        Route53Component component = new Route53Component();
        Route53Configuration options = component.getConfiguration();
        options.setAccessKey("AKIATEST");
        options.setSecretKey("secret");
        options.setOverrideEndpoint(true);
        options.setUriEndpointOverride(url);
        return component;
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    void serverAnswers(Answer... answers) {
        server.answers(answers);
    }

    /** Calls an operation by its header, as the routes do. */
    Exchange call(Route53Operations operation, Object body, Map<String, Object> headers) {
        return call(URI, operation, body, headers);
    }

    Exchange call(String uri, Route53Operations operation, Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            exchange.getMessage().setHeader(Route53Constants.OPERATION, operation);
        });
    }

    static ResourceRecordSet address(String name, String value) {
        return ResourceRecordSet.builder().name(name).type("A").ttl(60L)
                .resourceRecords(ResourceRecord.builder().value(value).build()).build();
    }

    static Change change(ChangeAction action, String name, String value) {
        return Change.builder().action(action).resourceRecordSet(address(name, value)).build();
    }

    static Exchange well(Exchange exchange) {
        assertThat(exchange.getException()).as("the operation's exception").isNull();
        return exchange;
    }
}
