package io.lbkeeper.route53.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpService;

@Timeout(30)
class ApacheHttp5Test {
    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private final SdkHttpClient client = new ApacheHttp5Service().createHttpClientBuilder().build();

    ApacheHttp5Test() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Test
    void whatTheSdkSignedIsSentAsItIs() throws IOException {
        server.createContext("/", exchange -> {
            String seen = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " "
                    + exchange.getRequestHeaders().get("X-Amz-Date") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Length") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("x-amzn-RequestId", "r-1");
            exchange.sendResponseHeaders(400, seen.length());
            exchange.getResponseBody().write(seen.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        HttpExecuteResponse answer = asked(SdkHttpMethod.POST, "<a/>").call();
        assertThat(answer.httpResponse().statusCode()).isEqualTo(400);
        assertThat(answer.httpResponse().firstMatchingHeader("X-Amzn-RequestID")).hasValue("r-1");
        assertThat(new String(answer.responseBody().orElseThrow().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("POST /zone?a=b%2Fc 127.0.0.1:" + server.getAddress().getPort() + " [now] 4 <a/>");
    }

    @Test
    void aRequestThatIsAbortedEndsAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            asked.countDown();
            try {
                end.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ExecutableHttpRequest waiting = asked(SdkHttpMethod.GET, "");
        CompletableFuture<Throwable> ended = CompletableFuture.supplyAsync(() -> {
            try {
                return new AssertionError("it answered " + waiting.call().httpResponse().statusCode());
            } catch (IOException e) {
                return e;
            }
        });
        asked.await();
        waiting.abort();
        assertThat(ended.get(5, TimeUnit.SECONDS)).as("how an aborted request ended").isInstanceOf(IOException.class);
        end.countDown();
    }

    @Test
    void oneThatWasAbortedBeforeItBeganIsNotSent() {
        ExecutableHttpRequest never = asked(SdkHttpMethod.GET, "");
        never.abort();
        assertThatThrownBy(never::call).isInstanceOf(IOException.class);
    }

    @Test
    void theSdkFindsItForItsOwnClients() {
        assertThat(ServiceLoader.load(SdkHttpService.class)).as("META-INF/services, for credentials by web identity")
                .anyMatch(ApacheHttp5Service.class::isInstance);
    }

    private ExecutableHttpRequest asked(SdkHttpMethod method, String body) {
        SdkHttpFullRequest request = SdkHttpFullRequest.builder().method(method)
                .uri(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/zone"))
                .putRawQueryParameter("a", "b/c").putHeader("Host", "127.0.0.1").putHeader("X-Amz-Date", "now")
                .putHeader("Content-Length", String.valueOf(body.length()))
                .contentStreamProvider(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))).build();
        return client.prepareRequest(HttpExecuteRequest.builder().request(request)
                .contentStreamProvider(method == SdkHttpMethod.POST ? request.contentStreamProvider().get() : null)
                .build());
    }
}
