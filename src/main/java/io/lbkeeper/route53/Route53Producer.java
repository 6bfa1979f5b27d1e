package io.lbkeeper.route53;

import java.util.function.Consumer;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;

/**
 * Sends each message to its operation. An operation is one static method of a group class and one line here; the
 * compiler refuses an operation without its line.
 */
public class Route53Producer extends DefaultAsyncProducer {
    private WritableHealthCheckRepository healthChecks;
    private Route53ProducerHealthCheck healthCheck;
    private ChangeWaits waits;

    public Route53Producer(Route53Endpoint endpoint) {
        super(endpoint);
    }

    /** Only a wait can go on without its thread, and not in a transaction, which is bound to it. */
    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Failure.clear(exchange.getMessage());
        try {
            Call call = call(exchange);
            if (call.operation() == Route53Operations.waitForChange && call.configuration().isAsyncWait()
                    && !exchange.isTransacted()) {
                waits.start(call, callback);
                return false;
            }
            run(call);
        } catch (RuntimeException e) {
            Failure.tell(exchange.getMessage(), e);
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    private Call call(Exchange exchange) {
        Route53Endpoint endpoint = getEndpoint();
        return new Call(Call.operation(exchange.getMessage(), endpoint.getConfiguration()), exchange.getMessage(),
                endpoint.getConfiguration(), endpoint.getRoute53Client(), endpoint.zoneNames());
    }

    private void run(Call call) {
        try {
            of(call.operation()).accept(call);
        } catch (NoSuchHostedZoneException e) {
            // It may have been deleted, and another of its name be there by now.
            call.forgetZone();
            throw e;
        }
    }

    private Consumer<Call> of(Route53Operations operation) {
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
            case waitForChange -> waits::await;
            case listHostedZones -> HostedZoneReads::listHostedZones;
            case listHostedZonesByName -> HostedZoneReads::listHostedZonesByName;
            case getHostedZone -> HostedZoneReads::getHostedZone;
            case createHostedZone -> HostedZoneChanges::createHostedZone;
            case deleteHostedZone -> HostedZoneChanges::deleteHostedZone;
            case testDnsAnswer -> DnsAnswers::testDnsAnswer;
            case createHealthCheck -> HealthCheckChanges::createHealthCheck;
            case getHealthCheck -> HealthCheckReads::getHealthCheck;
            case updateHealthCheck -> HealthCheckChanges::updateHealthCheck;
            case deleteHealthCheck -> HealthCheckChanges::deleteHealthCheck;
            case listHealthChecks -> HealthCheckReads::listHealthChecks;
            case getHealthCheckStatus -> HealthCheckReads::getHealthCheckStatus;
            case changeTagsForResource -> ResourceTags::changeTagsForResource;
            case listTagsForResource -> ResourceTags::listTagsForResource;
        };
    }

    @Override
    public Route53Endpoint getEndpoint() {
        return (Route53Endpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        waits = new ChangeWaits(getEndpoint());
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
        waits.stop();
        if (healthChecks != null && healthCheck != null) {
            healthChecks.removeHealthCheck(healthCheck);
            healthCheck = null;
        }
        super.doStop();
    }
}
