package io.lbkeeper.route53.client;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * How the SDK's connections are made and kept.
 *
 * @param connect for a connection, and for one of the pool to be free
 * @param silence the longest silence on one
 * @param proxy   which hosts are asked through which proxy; empty where none is
 * @param trustAll whether any certificate is taken
 */
record HttpConnections(Duration connect, Duration silence, Optional<Proxy> proxy, boolean trustAll) {
    private static final int MOST = 50;
    /** As the SDK's own client has it: AWS closes what was idle for longer. */
    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(60);
    /** One that was idle for so long is looked at before it is used. */
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(500);

    SdkHttpClient open() {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST).setMaxConnPerRoute(MOST)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls(), hostnames()))
                        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout(silence)).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout(connect))
                                .setSocketTimeout(timeout(silence)).setValidateAfterInactivity(LOOKED_AT_AFTER).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(timeout(connect))
                        .setResponseTimeout(timeout(silence)).build())
                .setKeepAliveStrategy((response, context) -> LONGEST_IDLE)
                // The SDK decides what is sent again, follows nothing, and knows no cookies. The lookup stands for a
                // list of all the world's domains, which would be read for them.
                .disableAutomaticRetries().disableRedirectHandling().disableAuthCaching().disableCookieManagement()
                .disableContentCompression().setDefaultCookieSpecRegistry(name -> null);
        proxy.ifPresent(given -> given.applyTo(builder));
        return new ApacheHttp5(builder.build());
    }

    private SSLContext tls() {
        if (!trustAll) {
            return SSLContexts.createSystemDefault();
        }
        try {
            return SSLContextBuilder.create().loadTrustMaterial(TrustAllStrategy.INSTANCE).build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("trusting all certificates, as trustAllCertificates=true says", e);
        }
    }

    private HostnameVerifier hostnames() {
        return trustAll ? NoopHostnameVerifier.INSTANCE : new DefaultHostnameVerifier();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
