package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.cycle.TimeLeft;
import io.lbkeeper.rehearsal.provider.WebApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/** Makes Camel's HTTP clients ask the simulated world; within the same deadline as in the service. */
final class SimulatedHttp implements HttpClientConfigurer {
    private final SimulatedWeb web;
    private final Supplier<Duration> clock;

    SimulatedHttp(SimulatedWeb web, Supplier<Duration> clock) {
        this.web = web;
        this.clock = clock;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        // Behind what adds credentials to a request.
        builder.disableCookieManagement().disableContentCompression()
                .addExecInterceptorAfter(ChainElement.PROTOCOL.name(), "rehearsal", this::answer);
    }

    private ClassicHttpResponse answer(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        Timeout limit = scope.clientContext.getRequestConfigOrDefault().getResponseTimeout();
        if (limit == null || limit.isDisabled()) {
            throw new IOException("this request has no responseTimeout; every call of lbkeeper's needs one");
        }
        String url = request.getScheme() + "://" + request.getAuthority() + request.getPath();
        TimeLeft time = new TimeLeft(request, limit.toDuration(), clock);
        ClassicHttpResponse answer = web.answer(url, ask(request), time.whole());
        time.passOn(answer);
        return answer;
    }

    private static WebApi.Ask ask(ClassicHttpRequest request) throws IOException {
        // The client itself adds these only when it has a connection.
        Map<String, String> headers = new HashMap<>(Map.of("host", request.getAuthority().toString()));
        HttpEntity entity = request.getEntity();
        if (entity != null && entity.getContentType() != null) {
            headers.put("content-type", entity.getContentType());
        }
        for (Header header : request.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        String body = "";
        if (entity != null) {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            entity.writeTo(sent);
            body = sent.toString(StandardCharsets.UTF_8);
        }
        return new WebApi.Ask(request.getMethod(), request.getPath(), headers, body);
    }
}
