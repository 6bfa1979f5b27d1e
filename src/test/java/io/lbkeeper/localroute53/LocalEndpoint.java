package io.lbkeeper.localroute53;

import io.lbkeeper.localroute53.account.HostedZone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A running endpoint with the zone example.com, and the AWS SDK's words for it. */
public final class LocalEndpoint implements AutoCloseable {
    public static final String ZONE = "ZEXAMPLE";
    public final LocalRoute53 local;

    public LocalEndpoint(Duration insyncAfter, HostedZone... more) throws IOException {
        this(options -> options.withInsyncAfter(insyncAfter).withZones(
                Stream.concat(options.zones().stream(), Stream.of(more)).toList()));
    }

    public LocalEndpoint(UnaryOperator<LocalRoute53Options> changed) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        local = LocalRoute53.start(changed.apply(LocalRoute53Options.on(any, any).withZones(
                List.of(HostedZone.create(ZONE, "example.com")))));
    }

    public LocalEndpoint() throws IOException {
        this(Duration.ZERO);
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + local.apiPort());
    }

    public InetSocketAddress dns() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), local.dnsPort());
    }

    /** Sends the operator's request below {@code /local/}. */
    public HttpResponse<String> local(String method, String path, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(api() + "/local/" + path))
                .timeout(Duration.ofSeconds(20)).method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    public HostedZone zone() {
        return local.zone(ZONE);
    }

    public Route53Client client() {
        return client(local.apiPort());
    }

    public static Route53Client client(int apiPort) {
        return Route53Client.builder().endpointOverride(URI.create("http://127.0.0.1:" + apiPort))
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry())).build();
    }

    public static ChangeResourceRecordSetsResponse send(Route53Client client, Change... changes) {
        return client.changeResourceRecordSets(r -> r.hostedZoneId(ZONE).changeBatch(b -> b.changes(changes)));
    }

    public static Change change(String action, ResourceRecordSet set) {
        return Change.builder().action(action).resourceRecordSet(set).build();
    }

    public static ResourceRecordSet set(String name, RRType type, long ttlSeconds, String... values) {
        return ResourceRecordSet.builder().name(name).type(type).ttl(ttlSeconds)
                .resourceRecords(Stream.of(values).map(v -> ResourceRecord.builder().value(v).build()).toList())
                .build();
    }

    @Override
    public void close() {
        local.close();
    }
}
