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

    @UriParam(description = "The hosted zone to work in, by its name, where the message does not tell it. Its id is "
                            + "asked for once (ListHostedZonesByName). Set this or hostedZoneId.")
    private String hostedZoneName;

    @UriParam(label = "producer", defaultValue = "2m", javaType = "java.time.Duration",
              description = "How long waitForChange waits at most, where the message does not tell it")
    private Duration waitTimeout = Duration.ofMinutes(2);

    @UriParam(label = "producer", defaultValue = "2s", javaType = "java.time.Duration",
              description = "How long waitForChange pauses between two looks. Each counts for the rate limit of the "
                            + "account. The pause doubles while Route 53 cannot be asked, up to eight times this.")
    private Duration waitInterval = Duration.ofSeconds(2);

    @UriParam(label = "producer", defaultValue = "true",
              description = "Whether waitForChange ends in an exception when the time is over; else the header with "
                            + "the change's status tells")
    private boolean failOnWaitTimeout = true;

    @UriParam(label = "producer,advanced",
              description = "Whether waitForChange lets go of its thread while it waits. The exchange goes on in one "
                            + "of a few threads that all waits of the component share, so let what takes long after "
                            + "it run in others.")
    private boolean asyncWait;

    @UriParam(label = "advanced",
              description = "A ready client, used as it is and never closed: the options about credentials, endpoint, "
                            + "proxy, time-outs and maxRetries do not touch it")
    @Metadata(autowired = true)
    private Route53Client route53Client;

    @UriParam(label = "producer",
              description = "Whether the body is a request object of the AWS SDK, and the answer its response object")
    private boolean pojoRequest;

    @UriParam(label = "producer",
              description = "Whether replaceRecord ends in a LostRaceException where the record is not as expected, "
                            + "instead of the header CamelAwsRoute53RecordReplaced being false")
    private boolean failOnLostRace;

    @UriParam(label = "advanced", defaultValue = "10s", javaType = "java.time.Duration",
              description = "How long one call may take with all its retries and pauses")
    private Duration apiCallTimeout = Duration.ofSeconds(10);

    @UriParam(label = "advanced", defaultValue = "4s", javaType = "java.time.Duration",
              description = "How long one attempt of a call may take, connecting and silence on the connection "
                            + "included")
    private Duration apiCallAttemptTimeout = Duration.ofSeconds(4);

    @UriParam(label = "advanced", defaultValue = "2",
              description = "How often the SDK may repeat a failed call that reads, or that says what shall be, "
                            + "whatever is there (upsertRecord, createHealthCheck, changeTagsForResource)")
    private int maxRetries = 2;

    @UriParam(label = "producer,advanced", defaultValue = "2",
              description = "How often the SDK may repeat any other call that changes something. It does so only after "
                            + "Throttling and PriorRequestNotComplete, by which nothing was changed, with growing "
                            + "random pauses, none of which begins after half of apiCallTimeout; never after a "
                            + "time-out, a server error or a broken connection. It holds for a client from the "
                            + "registry too.")
    private int maxChangeRetries = 2;

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

    public String getHostedZoneName() {
        return hostedZoneName;
    }

    public void setHostedZoneName(String hostedZoneName) {
        this.hostedZoneName = hostedZoneName;
    }

    public Duration getWaitTimeout() {
        return waitTimeout;
    }

    public void setWaitTimeout(Duration waitTimeout) {
        this.waitTimeout = waitTimeout;
    }

    public Duration getWaitInterval() {
        return waitInterval;
    }

    public void setWaitInterval(Duration waitInterval) {
        this.waitInterval = waitInterval;
    }

    public boolean isFailOnWaitTimeout() {
        return failOnWaitTimeout;
    }

    public void setFailOnWaitTimeout(boolean failOnWaitTimeout) {
        this.failOnWaitTimeout = failOnWaitTimeout;
    }

    public boolean isAsyncWait() {
        return asyncWait;
    }

    public void setAsyncWait(boolean asyncWait) {
        this.asyncWait = asyncWait;
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

    public boolean isFailOnLostRace() {
        return failOnLostRace;
    }

    public void setFailOnLostRace(boolean failOnLostRace) {
        this.failOnLostRace = failOnLostRace;
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

    public int getMaxChangeRetries() {
        return maxChangeRetries;
    }

    public void setMaxChangeRetries(int maxChangeRetries) {
        this.maxChangeRetries = maxChangeRetries;
    }

    public Route53Configuration copy() {
        try {
            return (Route53Configuration) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
