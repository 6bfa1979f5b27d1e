package io.lbkeeper.route53;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.ObjectHelper;

/** Makes the endpoints, each with its own copy of the component's configuration. */
@Component("aws2-route53")
public class Route53Component extends HealthCheckComponent {
    @Metadata(description = "The configuration of the component")
    private Route53Configuration configuration = new Route53Configuration();

    private final WaitThreads waitThreads = new WaitThreads();
    private final LifecycleStrategy routeEnds = RouteEnd.atTheStartOfRoutes();
    private final Set<StateOwner> states = ConcurrentHashMap.newKeySet();

    /** What one consumer keeps in a repository. */
    private record StateOwner(StateRepository<String, String> repository, String scope) {
    }

    public Route53Component() {
        this(null);
    }

    public Route53Component(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Route53Configuration own = configuration == null ? new Route53Configuration() : configuration.copy();
        own.setLabel(remaining);
        // What the URI says goes first, also where it tells the zone in the other way than the component does.
        if (parameters.containsKey("hostedZoneName")) {
            own.setHostedZoneId(null);
        }
        if (parameters.containsKey("hostedZoneId")) {
            own.setHostedZoneName(null);
        }
        Route53Endpoint endpoint = new Route53Endpoint(uri, this, own);
        setProperties(endpoint, parameters);
        checkZoneAndWait(own);
        if (own.getRoute53Client() == null) {
            check(own);
        }
        return endpoint;
    }

    /** Refuses what the client builder would pass over in silence, and then ask AWS itself or as someone else. */
    private static void check(Route53Configuration options) {
        require(ObjectHelper.isEmpty(options.getAccessKey()) == ObjectHelper.isEmpty(options.getSecretKey()),
                "accessKey and secretKey go together, but only one is set: set both, or neither to use the SDK's "
                + "default chain");
        require(!options.isUseSessionCredentials() || ObjectHelper.isNotEmpty(options.getAccessKey())
                && ObjectHelper.isNotEmpty(options.getSessionToken()),
                "useSessionCredentials is true, but accessKey, secretKey or sessionToken is not set");
        require(options.isUseSessionCredentials() || ObjectHelper.isEmpty(options.getSessionToken()),
                "sessionToken is set, but useSessionCredentials is false, so it would not be used: set it to true");
        require(options.isUseProfileCredentialsProvider()
                || ObjectHelper.isEmpty(options.getProfileCredentialsName()), "profileCredentialsName is set, but "
                + "useProfileCredentialsProvider is false, so it would not be used: set it to true");
        require(options.isOverrideEndpoint() == ObjectHelper.isNotEmpty(options.getUriEndpointOverride()),
                "overrideEndpoint is " + options.isOverrideEndpoint() + ", but uriEndpointOverride is "
                + options.getUriEndpointOverride() + ": set overrideEndpoint=true with an address, or neither");
        require(ObjectHelper.isEmpty(options.getProxyHost()) == (options.getProxyPort() == null),
                "proxyHost and proxyPort go together, but only one is set");
        require(options.getMaxRetries() >= 0,
                "maxRetries is " + options.getMaxRetries() + ", but must be 0 or more");
        require(options.getMaxChangeRetries() >= 0,
                "maxChangeRetries is " + options.getMaxChangeRetries() + ", but must be 0 or more");
        requirePositive("apiCallTimeout", options.getApiCallTimeout());
        requirePositive("apiCallAttemptTimeout", options.getApiCallAttemptTimeout());
    }

    private static void checkZoneAndWait(Route53Configuration options) {
        require(ObjectHelper.isEmpty(options.getHostedZoneId()) || ObjectHelper.isEmpty(options.getHostedZoneName()),
                "hostedZoneId is " + options.getHostedZoneId() + " and hostedZoneName is "
                + options.getHostedZoneName() + ": set one of them");
        requirePositive("waitTimeout", options.getWaitTimeout());
        requirePositive("waitInterval", options.getWaitInterval());
    }

    private static void requirePositive(String option, Duration value) {
        require(value != null && !value.isNegative() && !value.isZero(),
                option + " is " + value + ", but must be longer than zero, such as 10s");
    }

    private static void require(boolean well, String otherwise) {
        if (!well) {
            throw new IllegalArgumentException("aws2-route53: " + otherwise);
        }
    }

    /** The threads of all asynchronous waits of the component's endpoints. */
    WaitThreads waitThreads() {
        return waitThreads;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getCamelContext().addLifecycleStrategy(routeEnds);
    }

    @Override
    protected void doStop() throws Exception {
        getCamelContext().getLifecycleStrategies().remove(routeEnds);
        waitThreads.stop(getCamelContext());
        super.doStop();
    }

    /** Refuses a second consumer that would write over what the first one keeps, and so lose events. */
    void claimState(StateRepository<String, String> repository, String scope) {
        require(states.add(new StateOwner(repository, scope)), "another consumer keeps its state under " + scope
                + " in the same stateRepository already: give one of them another label, such as "
                + "aws2-route53:other, or another repository");
    }

    void releaseState(StateRepository<String, String> repository, String scope) {
        states.remove(new StateOwner(repository, scope));
    }

    public Route53Configuration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(Route53Configuration configuration) {
        this.configuration = configuration;
    }
}
