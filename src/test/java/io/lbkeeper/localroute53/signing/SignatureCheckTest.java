package io.lbkeeper.localroute53.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbkeeper.localroute53.LocalEndpoint;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.zone.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** Requests that the AWS SDK has signed: as they are, and each with one thing changed. */
class SignatureCheckTest {
    private static final Instant NOW = Instant.now();
    private static final String MISMATCH = "The request signature we calculated does not match the signature you"
            + " provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.";
    private static final Credentials KNOWN = Credentials.of("AKIDLOCAL", "s3cr3t/+=");
    @TempDir
    private Path directory;

    private static Route53Client client(URI api, Region region, AwsCredentials credentials,
                                        ExecutionInterceptor... interceptors) {
        return Route53Client.builder().endpointOverride(api).region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .executionInterceptors(List.of(interceptors))).build();
    }

    private static LocalEndpoint endpoint() throws IOException {
        return new LocalEndpoint(options -> options.withCredentials(KNOWN));
    }

    private static void assertWorks(AwsCredentials credentials) throws IOException {
        try (LocalEndpoint endpoint = endpoint(); Route53Client client = client(endpoint.api(), Region.US_EAST_1,
                credentials)) {
            LocalEndpoint.send(client, LocalEndpoint.change("CREATE",
                    LocalEndpoint.set("a\\040b\\052.example.com", RRType.TXT, 60, "\"~ \\351\"")));
            assertThat(client.listResourceRecordSets(r -> r.hostedZoneId(LocalEndpoint.ZONE).maxItems("1")
                    .startRecordName("a\\040b~+/&=%.*.example.com")
                    .startRecordType(RRType.A)).resourceRecordSets()).isNotEmpty();
            assertThat(client.listHostedZonesByName(r -> r.dnsName("example.com")).hostedZones()).hasSize(1);
            assertThat(client.getHostedZone(r -> r.id("/hostedzone/ZEXAMPLE")).hostedZone().name())
                    .isEqualTo("example.com.");
        }
    }

    @Test
    void theSdksSignaturesAreTaken() throws Exception {
        assertWorks(AwsBasicCredentials.create("AKIDLOCAL", "s3cr3t/+="));
    }

    @Test
    void aSessionTokenIsPassedThrough() throws Exception {
        assertWorks(AwsSessionCredentials.create("AKIDLOCAL", "s3cr3t/+=", "session  token=="));
    }

    @ParameterizedTest
    @CsvSource({"AKIDLOCAL,wrong,us-east-1,SignatureDoesNotMatch,The request signature we calculated",
        "AKIDOTHER,s3cr3t/+=,us-east-1,InvalidClientTokenId,The security token included in the request is invalid.",
        "AKIDLOCAL,s3cr3t/+=,eu-west-1,SignatureDoesNotMatch,'Credential should be scoped to a valid region, not"
                + " ''eu-west-1''.'"})
    void wrongCredentialsAreRefused(String key, String secret, String region, String code, String message)
            throws Exception {
        try (LocalEndpoint endpoint = endpoint(); Route53Client client = client(endpoint.api(), Region.of(region),
                AwsBasicCredentials.create(key, secret))) {
            Route53Exception refusal = catchThrowableOfType(Route53Exception.class, client::listHostedZones);
            assertThat(refusal.statusCode()).isEqualTo(403);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refusal.awsErrorDetails().errorMessage()).startsWith(message);
        }
    }

    /** The request of a change as the SDK sent it. */
    private static ApiRequest signed() throws Exception {
        List<ApiRequest> sent = new ArrayList<>();
        try (LocalEndpoint endpoint = new LocalEndpoint(); Route53Client client = client(endpoint.api(),
                Region.US_EAST_1, AwsBasicCredentials.create("AKIDLOCAL", "s3cr3t/+="), new ExecutionInterceptor() {
                    @Override
                    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                        SdkHttpRequest http = context.httpRequest();
                        try {
                            sent.add(ApiRequest.of(http.method().name(), http.getUri(), http.headers(),
                                    context.requestBody().orElseThrow().contentStreamProvider().newStream()
                                            .readAllBytes()));
                        } catch (IOException | Refusal e) {
                            throw new IllegalStateException(e);
                        }
                    }
                })) {
            LocalEndpoint.send(client, LocalEndpoint.change("CREATE",
                    LocalEndpoint.set("a.example.com", RRType.A, 60, "192.0.2.1")));
        }
        return sent.get(0);
    }

    private static ApiRequest with(ApiRequest request, String header, String value) throws Refusal {
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        headers.put(header, List.of(value));
        return ApiRequest.of(request.method(), request.uri(), headers, request.body());
    }

    private static ApiRequest with(ApiRequest request, String path) throws Refusal {
        return ApiRequest.of(request.method(), URI.create(path), request.headers(), request.body());
    }

    private static void accept(ApiRequest request, Duration later) throws Refusal {
        new SignatureCheck(Optional.of(KNOWN), Clock.fixed(NOW.plus(later), ZoneOffset.UTC)).judge(request);
    }

    private static void refuse(ApiRequest request, Duration later, String code, String message) {
        assertThatThrownBy(() -> accept(request, later)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.code()).isEqualTo(code)).hasMessageStartingWith(message);
    }

    @Test
    void nothingThatIsSignedMayChange() throws Exception {
        ApiRequest signed = signed();
        accept(signed, Duration.ZERO);
        byte[] body = new String(signed.body(), StandardCharsets.UTF_8).replace("192.0.2.1", "192.0.2.2")
                .getBytes(StandardCharsets.UTF_8);
        String path = signed.uri().getRawPath();
        String header = signed.headers().get("authorization").get(0);
        for (ApiRequest changed : List.of(
                ApiRequest.of(signed.method(), signed.uri(), signed.headers(), body),
                ApiRequest.of("PUT", signed.uri(), signed.headers(), signed.body()),
                with(signed, path.replace("ZEXAMPLE", "ZOTHER")), with(signed, path + "?a=b"),
                with(signed, "host", "elsewhere"),
                with(signed, "authorization", header.replaceAll("Signature=..", "Signature=zz")))) {
            refuse(changed, Duration.ZERO, "SignatureDoesNotMatch", MISMATCH);
        }
        refuse(with(signed, "authorization", header.replace("host;", "")), Duration.ZERO, "SignatureDoesNotMatch",
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        accept(with(signed, path.replace("/rrset", "/./x/..//rrset")), Duration.ZERO);
        accept(with(signed, "not-signed", "anything"), Duration.ZERO);
    }

    @Test
    void aSignatureLivesForFiveMinutes() throws Exception {
        ApiRequest signed = signed();
        accept(signed, Duration.ofSeconds(280));
        accept(signed, Duration.ofSeconds(-280));
        String date = signed.headers().get("x-amz-date").get(0);
        refuse(signed, Duration.ofMinutes(7), "SignatureDoesNotMatch", "Signature expired: " + date
                + " is now earlier than ");
        refuse(signed, Duration.ofMinutes(-7), "SignatureDoesNotMatch", "Signature not yet current: " + date
                + " is still later than ");
        refuse(with(signed, "x-amz-date", "20200101T000000Z"), Duration.ZERO, "SignatureDoesNotMatch",
                "Date in Credential scope does not match YYYYMMDD");
        refuse(with(signed, "x-amz-date", date.substring(0, 11)), Duration.ZERO, "IncompleteSignature",
                "Date must be in ISO-8601 'basic format'.");
    }

    @Test
    void aHeaderThatIsNotWholeIsTold() throws Exception {
        ApiRequest signed = signed();
        String header = signed.headers().get("authorization").get(0);
        Map<String, String> broken = Map.of("Basic abc", "Authorization header is not of AWS4-HMAC-SHA256.",
                "AWS4-HMAC-SHA256 x", "'x' not a valid key=value pair (missing equal-sign) in Authorization header:",
                "AWS4-HMAC-SHA256 Credential=x", "Authorization header requires 'Signature' parameter."
                        + " Authorization header requires 'SignedHeaders' parameter.",
                header.replace("/us-east-1", ""), "Credential must have exactly 5 slash-delimited elements");
        for (Map.Entry<String, String> each : broken.entrySet()) {
            refuse(with(signed, "authorization", each.getKey()), Duration.ZERO, "IncompleteSignature",
                    each.getValue());
        }
        refuse(with(signed, "authorization", header.replace("/route53/", "/iam/")), Duration.ZERO,
                "SignatureDoesNotMatch", "Credential should be scoped to correct service: 'route53'.");
        refuse(with(signed, "authorization", header.replace("aws4_request", "aws3")), Duration.ZERO,
                "SignatureDoesNotMatch", "Credential should be scoped with a valid terminator: 'aws4_request'");
        ApiRequest none = ApiRequest.of("GET", signed.uri(), Map.of(), new byte[0]);
        refuse(none, Duration.ZERO, "MissingAuthenticationToken", "Missing Authentication Token");
    }

    @Test
    void keysAreReadFromAFileOrTheEnvironment() throws Exception {
        Path file = Files.writeString(directory.resolve("keys"), "# mine\nAKID1:a:b=c\n\n[default]\n"
                + "aws_access_key_id = AKID2\naws_secret_access_key=d/e+f=\nregion = eu-west-1\n");
        Credentials read = Credentials.read(file);
        assertThat(read.secretOf("AKID1")).contains("a:b=c");
        assertThat(read.secretOf("AKID2")).contains("d/e+f=");
        assertThat(read).hasToString("2 access keys");
        Credentials swapped = Credentials.read(Files.writeString(file, "[one]\naws_access_key_id=A\n"
                + "aws_secret_access_key=a\n[two]\naws_secret_access_key=b\naws_access_key_id=B\n"
                + "[three]\naws_access_key_id=C\n[four]\naws_secret_access_key=d\n"));
        assertThat(List.of(swapped.secretOf("A"), swapped.secretOf("B"), swapped.secretOf("C")))
                .as("each profile's own secret").containsExactly(Optional.of("a"), Optional.of("b"), Optional.empty());
        assertThat(Credentials.ofEnvironment(Map.of("AWS_ACCESS_KEY_ID", "K", "AWS_SECRET_ACCESS_KEY", "S"))
                .secretOf("K")).contains("S");
        assertThatThrownBy(() -> Credentials.ofEnvironment(Map.of("AWS_ACCESS_KEY_ID", "K")))
                .hasMessageContaining("AWS_SECRET_ACCESS_KEY");
        assertThatThrownBy(() -> Credentials.read(Files.writeString(file, "AKID1:x\nhush\n")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("line 2 is not understood")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> Credentials.read(Files.writeString(file, "# none\n"))).hasMessageContaining("no key");
    }
}
