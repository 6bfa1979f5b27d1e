package io.lbkeeper.route53;

import java.time.Duration;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;
import software.amazon.awssdk.services.route53.Route53Client;

/** The options of the component and of its endpoints. */
@UriParams
public class Route53Configuration extends ConsumerOptions implements Cloneable {
    @UriPath(description = "Logical name")
    @Metadata(required = true)
    private String label;

    @UriParam(label = "producer",
              description = "The operation to perform, where the message does not tell it by its header")
    private Route53Operations operation;

    @UriParam(description = "The hosted zone to work in, where the message does not tell it by its header")
    private String hostedZoneId;

    @UriParam(label = "advanced",
              description = "A ready client, used as it is and never closed: the options about credentials, endpoint, "
                            + "proxy, time-outs and retries do not touch it")
    @Metadata(autowired = true)
    private Route53Client route53Client;

    @UriParam(label = "producer",
              description = "Whether the body is a request object of the AWS SDK, and the answer its response object")
    private boolean pojoRequest;

    @UriParam(label = "advanced", defaultValue = "10s", javaType = "java.time.Duration",
              description = "How long one call may take with all its retries and pauses")
    private Duration apiCallTimeout = Duration.ofSeconds(10);

    @UriParam(label = "advanced", defaultValue = "4s", javaType = "java.time.Duration",
              description = "How long one attempt of a call may take; also the limit for connecting and for silence "
                            + "on the connection")
    private Duration apiCallAttemptTimeout = Duration.ofSeconds(4);

    @UriParam(label = "advanced", defaultValue = "2",
              description = "How often the SDK may repeat a failed call. changeResourceRecordSets is never repeated, "
                            + "whatever is set here.")
    private int maxRetries = 2;

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public Route53Operations getOperation() {
        return operation;
    }

    public void setOperation(Route53Operations operation) {
        this.operation = operation;
    }

    public String getHostedZoneId() {
        return hostedZoneId;
    }

    public void setHostedZoneId(String hostedZoneId) {
        this.hostedZoneId = hostedZoneId;
    }

    public Route53Client getRoute53Client() {
        return route53Client;
    }

    public void setRoute53Client(Route53Client route53Client) {
        this.route53Client = route53Client;
    }

    public boolean isPojoRequest() {
        return pojoRequest;
    }

    public void setPojoRequest(boolean pojoRequest) {
        this.pojoRequest = pojoRequest;
    }

    public Duration getApiCallTimeout() {
        return apiCallTimeout;
    }

    public void setApiCallTimeout(Duration apiCallTimeout) {
        this.apiCallTimeout = apiCallTimeout;
    }

    public Duration getApiCallAttemptTimeout() {
        return apiCallAttemptTimeout;
    }

    public void setApiCallAttemptTimeout(Duration apiCallAttemptTimeout) {
        this.apiCallAttemptTimeout = apiCallAttemptTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Route53Configuration copy() {
        try {
            return (Route53Configuration) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
