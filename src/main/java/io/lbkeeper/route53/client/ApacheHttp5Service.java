package io.lbkeeper.route53.client;

import java.time.Duration;
import java.util.Optional;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * How the SDK finds an HTTP client for clients of its own, such as the one of STS that exchanges a web identity. It has
 * to be named in {@code META-INF/services/software.amazon.awssdk.http.SdkHttpService}, where the SDK has no other.
 */
public final class ApacheHttp5Service implements SdkHttpService {
    @Override
    public SdkHttpClient.Builder<?> createHttpClientBuilder() {
        return new Builder();
    }

    private static final class Builder implements SdkHttpClient.Builder<Builder> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            AttributeMap all = defaults.merge(SdkHttpConfigurationOption.GLOBAL_HTTP_DEFAULTS);
            Duration read = all.get(SdkHttpConfigurationOption.READ_TIMEOUT);
            return new HttpConnections(all.get(SdkHttpConfigurationOption.CONNECTION_TIMEOUT), read,
                    Optional.of(Proxy.ofTheSystem()), all.get(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES))
                    .open();
        }
    }
}
