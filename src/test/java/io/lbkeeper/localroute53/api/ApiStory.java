package io.lbkeeper.localroute53.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbkeeper.localroute53.LocalEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** A running endpoint, reached by the real SDK and by bare HTTP. */
public class ApiStory {
    static final String NAMESPACE = "xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    LocalEndpoint endpoint;
    Route53Client client;

    @BeforeEach
    void start() throws IOException {
        endpoint = new LocalEndpoint();
        client = endpoint.client();
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    /** Sends a request as it is, to the API's version. */
    HttpResponse<String> wire(String method, String path, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(endpoint.api() + "/2013-04-01/" + path))
                .header("Authorization", "any").timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Sends a body of this root, which is refused with InvalidInput in words that hold all the parts. */
    void assertInvalid(String path, String root, String content, String... parts) throws Exception {
        HttpResponse<String> answer = wire("POST", path, "<" + root + " " + NAMESPACE + ">" + content + "</" + root
                + ">");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>InvalidInput</Code>").contains(parts);
    }

    public static String refusal(int status, String code, ThrowingCallable call) {
        Route53Exception e = catchThrowableOfType(Route53Exception.class, call);
        assertThat(e).as("the call was accepted").isNotNull();
        assertThat(e.awsErrorDetails().errorCode()).as(e.getMessage()).isEqualTo(code);
        assertThat(e.statusCode()).as(e.getMessage()).isEqualTo(status);
        return e.awsErrorDetails().errorMessage();
    }
}
