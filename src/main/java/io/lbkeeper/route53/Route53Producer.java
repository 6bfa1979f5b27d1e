package io.lbkeeper.route53;

import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultProducer;

/**
 * Sends each message to its operation. An operation is one static method of a group class and one line here; the
 * compiler refuses an operation without its line.
 */
public class Route53Producer extends DefaultProducer {
    private WritableHealthCheckRepository healthChecks;
    private Route53ProducerHealthCheck healthCheck;

    public Route53Producer(Route53Endpoint endpoint) {
        super(endpoint);
    }

    @Override
    public void process(Exchange exchange) {
        Route53Endpoint endpoint = getEndpoint();
        Failure.toldBy(exchange.getMessage(), () -> {
            Route53Operations operation = Call.operation(exchange.getMessage(), endpoint.getConfiguration());
            of(operation).accept(new Call(operation, exchange.getMessage(), endpoint.getConfiguration(),
                    endpoint.getRoute53Client()));
        });
    }

    private static Consumer<Call> of(Route53Operations operation) {
        return switch (operation) {
            case getRecord -> RecordReads::getRecord;
            case getRecords -> RecordReads::getRecords;
            case listResourceRecordSets -> RecordReads::listResourceRecordSets;
            case createRecord -> RecordChanges::createRecord;
            case upsertRecord -> RecordChanges::upsertRecord;
            case deleteRecord -> RecordChanges::deleteRecord;
            case replaceRecord -> RecordReplacement::replaceRecord;
            case changeResourceRecordSets -> RecordChanges::changeResourceRecordSets;
            case getChange -> ChangeReads::getChange;
        };
    }

    @Override
    public Route53Endpoint getEndpoint() {
        return (Route53Endpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        healthChecks = HealthCheckHelper.getHealthCheckRepository(
                getEndpoint().getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (healthChecks != null) {
            healthCheck = new Route53ProducerHealthCheck(getEndpoint());
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
