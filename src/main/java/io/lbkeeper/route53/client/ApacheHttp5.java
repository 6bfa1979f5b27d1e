package io.lbkeeper.route53.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The SDK's calls by Apache's HTTP client 5, which Camel's component for HTTP brings. Another client beside it would
 * cost memory, and the start time in which it is loaded.
 */
final class ApacheHttp5 implements SdkHttpClient {
    private final CloseableHttpClient client;

    ApacheHttp5(CloseableHttpClient client) {
        this.client = client;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        SdkHttpRequest asked = request.httpRequest();
        HttpUriRequestBase sent = new HttpUriRequestBase(asked.method().name(), asked.getUri());
        asked.forEachHeader((name, values) -> {
            // The client sets these two itself, to the same, and refuses to send them twice.
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH) && !name.equalsIgnoreCase(HttpHeaders.HOST)) {
                values.forEach(value -> sent.addHeader(name, value));
            }
        });
        return new Call(sent, request.contentStreamProvider());
    }

    @Override
    public String clientName() {
        return "ApacheHttp5";
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the connections to Route 53", e);
        }
    }

    /** One request. Whatever it waits for ends when it is aborted. */
    private final class Call implements ExecutableHttpRequest {
        private final HttpUriRequestBase sent;
        private final Optional<ContentStreamProvider> body;

        private Call(HttpUriRequestBase sent, Optional<ContentStreamProvider> body) {
            this.sent = sent;
            this.body = body;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            if (body.isPresent()) {
                try (InputStream content = body.get().newStream()) {
                    sent.setEntity(new ByteArrayEntity(content.readAllBytes(), null));
                }
            }
            ClassicHttpResponse answer = answer();
            HttpEntity entity = answer.getEntity();
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder().statusCode(answer.getCode())
                            .statusText(answer.getReasonPhrase()).headers(headers(answer)).build())
                    .responseBody(entity == null ? null : AbortableInputStream.create(entity.getContent(), this::abort))
                    .build();
        }

        /** To be aborted between two steps of its own is for the client an error in its use. */
        private ClassicHttpResponse answer() throws IOException {
            try {
                return client.executeOpen(null, sent, HttpClientContext.create());
            } catch (IllegalStateException e) {
                if (sent.isCancelled()) {
                    throw new InterruptedIOException("the request was aborted");
                }
                throw e;
            }
        }

        @Override
        public void abort() {
            sent.cancel();
        }
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse answer) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : answer.getHeaders()) {
            all.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return all;
    }
}
