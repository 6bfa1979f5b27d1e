package io.lbkeeper.route53.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.lbkeeper.route53.Route53Configuration;
import org.apache.camel.component.aws.common.AwsClientBuilderUtil;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.Route53ClientBuilder;

/** Makes a client from the options of an endpoint. */
public final class Route53ClientFactory {
    private Route53ClientFactory() {
    }

    /** A new client; closing it closes its connections too. */
    public static Route53Client create(Route53Configuration configuration) {
        return AwsClientBuilderUtil.<Route53ClientBuilder, Route53Client>buildClient(
                withoutHttp(configuration), Route53Client::builder, builder -> builder
                        .httpClientBuilder(defaults -> http(configuration))
                        .overrideConfiguration(override -> limits(configuration, override)));
    }

    /**
     * The options without those about HTTP. The common builder would make an HTTP client from them that has no
     * time-outs and, where it trusts all certificates, is not closed with the AWS client.
     */
    private static Route53Configuration withoutHttp(Route53Configuration configuration) {
        Route53Configuration rest = configuration.copy();
        rest.setProxyHost(null);
        rest.setTrustAllCertificates(false);
        if (configuration.isOverrideEndpoint()) {
            rest.setRegion(Region.US_EAST_1.id());
        }
        return rest;
    }

    private static SdkHttpClient http(Route53Configuration configuration) {
        Duration limit = configuration.getApiCallAttemptTimeout();
        // Silence on the connection ends with the attempt; the longer limit only holds where that failed to end it.
        return new HttpConnections(limit, limit.multipliedBy(2), proxy(configuration),
                configuration.isTrustAllCertificates()).open();
    }

    /** A proxy that the environment names is for the network, and the SDK would use it for this machine too. */
    private static Optional<Proxy> proxy(Route53Configuration configuration) {
        if (ObjectHelper.isNotEmpty(configuration.getProxyHost())) {
            return Optional.of(Proxy.at(URI.create(configuration.getProxyProtocol() + "://"
                    + configuration.getProxyHost() + ":" + configuration.getProxyPort())));
        }
        return isLoopback(configuration) ? Optional.empty() : Optional.of(Proxy.ofTheSystem());
    }

    private static boolean isLoopback(Route53Configuration configuration) {
        if (!configuration.isOverrideEndpoint()) {
            return false;
        }
        String host = String.valueOf(URI.create(configuration.getUriEndpointOverride()).getHost());
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    private static void limits(Route53Configuration configuration, ClientOverrideConfiguration.Builder override) {
        override.apiCallTimeout(configuration.getApiCallTimeout())
                .apiCallAttemptTimeout(configuration.getApiCallAttemptTimeout())
                .retryStrategy(retries(configuration.getMaxRetries()));
    }

    private static RetryStrategy retries(int maxRetries) {
        return maxRetries == 0 ? AwsRetryStrategy.doNotRetry()
                : AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(maxRetries + 1).build();
    }
}
