package io.lbkeeper.route53;

import java.util.Map;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;

/**
 * Asks for one record set of the endpoint's hosted zone, which proves endpoint, credentials and permission at once.
 * An endpoint without a hosted zone has nothing cheap to ask for and is up while it has a client.
 */
public class Route53ProducerHealthCheck extends AbstractHealthCheck {
    private final Route53Endpoint endpoint;

    public Route53ProducerHealthCheck(Route53Endpoint endpoint) {
        super("camel", "producer:aws2-route53-" + endpoint.getId());
        this.endpoint = endpoint;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Route53Configuration configuration = endpoint.getConfiguration();
        builder.detail("service.url", endpoint.getServiceUrl());
        Route53Client client = endpoint.getRoute53Client();
        if (client == null) {
            builder.down().message("the endpoint is not started");
            return;
        }
        if (ObjectHelper.isEmpty(configuration.getHostedZoneId())
                && ObjectHelper.isEmpty(configuration.getHostedZoneName())) {
            builder.up().message("not asked, as the option hostedZoneId is not set, nor hostedZoneName");
            return;
        }
        try {
            // A time-out of one attempt for the whole call: a health check must not wait for retries.
            AwsRequestOverrideConfiguration oneAttempt = AwsRequestOverrideConfiguration.builder()
                    .apiCallTimeout(configuration.getApiCallAttemptTimeout()).build();
            RecordPage.read(client, ListResourceRecordSetsRequest.builder()
                    .hostedZoneId(endpoint.hostedZoneId(ListHostedZonesByNameRequest.builder()
                            .overrideConfiguration(oneAttempt).build()))
                    .maxItems("1").overrideConfiguration(oneAttempt).build());
            builder.up();
        } catch (IllegalArgumentException e) {
            builder.down().message(e.getMessage()).error(e);
        } catch (AwsServiceException e) {
            builder.down().message(e.getMessage()).error(e).detail(SERVICE_STATUS_CODE, e.statusCode());
            if (e instanceof NoSuchHostedZoneException) {
                endpoint.forgetZone();
            }
            if (Failure.code(e) != null) {
                builder.detail(SERVICE_ERROR_CODE, Failure.code(e));
            }
        } catch (SdkException e) {
            builder.down().message(e.getMessage()).error(e);
        }
    }

    @Override
    public boolean isLiveness() {
        return false;
    }
}
