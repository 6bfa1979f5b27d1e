package io.lbkeeper.rehearsal.routes;

import java.io.IOException;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/** Makes Camel's HTTP clients ask the simulated world; within the same deadline as in the service. */
final class SimulatedHttp implements HttpClientConfigurer {
    private final SimulatedWeb web;

    SimulatedHttp(SimulatedWeb web) {
        this.web = web;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableCookieManagement().disableContentCompression()
                .addExecInterceptorFirst("rehearsal", this::answer);
    }

    private ClassicHttpResponse answer(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        Timeout limit = scope.clientContext.getRequestConfigOrDefault().getResponseTimeout();
        if (limit == null || limit.isDisabled()) {
            throw new IOException("this request has no responseTimeout; every call of lbkeeper's needs one");
        }
        String url = request.getScheme() + "://" + request.getAuthority() + request.getPath();
        return web.answer(request.getMethod(), url, Duration.ofMillis(limit.toMilliseconds()));
    }
}
