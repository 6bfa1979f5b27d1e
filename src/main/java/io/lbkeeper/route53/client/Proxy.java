package io.lbkeeper.route53.client;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import software.amazon.awssdk.utils.ProxyConfigProvider;

/** Through whom a host is asked. */
interface Proxy {
    void applyTo(HttpClientBuilder builder);

    /** The one that is named in the options, for every host. */
    static Proxy at(URI proxy) {
        HttpHost host = HttpHost.create(proxy);
        return builder -> builder.setRoutePlanner(new DefaultProxyRoutePlanner(host));
    }

    /**
     * As system properties or else the environment say, by the SDK's rules: {@code https.proxyHost} and
     * {@code https_proxy} for hosts that are asked by HTTPS, the same with {@code http} for the others.
     */
    static Proxy ofTheSystem() {
        Optional<ProxyConfigProvider> http = named("http");
        Optional<ProxyConfigProvider> https = named("https");
        return http.isEmpty() && https.isEmpty() ? builder -> { } : builder -> {
            BasicCredentialsProvider logins = new BasicCredentialsProvider();
            Stream.of(http, https).flatMap(Optional::stream).forEach(proxy -> proxy.userName().ifPresent(
                    user -> logins.setCredentials(new AuthScope(proxy.host(), proxy.port()),
                            new UsernamePasswordCredentials(user, proxy.password().orElse("").toCharArray()))));
            builder.setDefaultCredentialsProvider(logins).setRoutePlanner(new DefaultRoutePlanner(null) {
                @Override
                protected HttpHost determineProxy(HttpHost target, HttpContext context) {
                    return (target.getSchemeName().equals("https") ? https : http)
                            .filter(proxy -> isFor(proxy, target)).map(proxy -> new HttpHost(proxy.host(),
                                    proxy.port())).orElse(null);
                }
            });
        };
    }

    private static Optional<ProxyConfigProvider> named(String scheme) {
        return Optional.ofNullable(ProxyConfigProvider.fromSystemEnvironmentSettings(true, true, scheme))
                .filter(proxy -> proxy.host() != null);
    }

    /** Those that are to be asked directly are given as regular expressions. */
    private static boolean isFor(ProxyConfigProvider proxy, HttpHost target) {
        return proxy.nonProxyHosts() == null || proxy.nonProxyHosts().stream().noneMatch(
                direct -> target.getHostName().toLowerCase(Locale.ROOT).matches(direct));
    }
}
