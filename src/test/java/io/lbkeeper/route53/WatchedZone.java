package io.lbkeeper.route53;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.route53.client.Route53ClientFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A zone of the local endpoint, changed through the SDK as somebody else would. */
final class WatchedZone implements AutoCloseable {
    static final String ZONE = "ZWATCHED";
    private final LocalRoute53 local;
    private final Route53Client client;

    WatchedZone() {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            local = LocalRoute53.start(any, any, List.of(HostedZone.create(ZONE, "example.com"),
                    HostedZone.create("ZOTHER", "example.net")), Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = Route53ClientFactory.create(component().getConfiguration());
    }

    String url() {
        return "http://127.0.0.1:" + local.apiPort();
    }

    Route53Component component() {
        return component(url());
    }

    /** A component that asks there, once. */
    static Route53Component component(String url) {
        Route53Component component = Route53TestBase.component(url);
        component.getConfiguration().setHostedZoneId(ZONE);
        component.getConfiguration().setMaxRetries(0);
        return component;
    }

    void upsert(ResourceRecordSet... sets) {
        change(ChangeAction.UPSERT, sets);
    }

    void delete(ResourceRecordSet... sets) {
        change(ChangeAction.DELETE, sets);
    }

    private void change(ChangeAction action, ResourceRecordSet... sets) {
        change(Stream.of(sets).map(set -> Change.builder().action(action).resourceRecordSet(set).build())
                .toArray(Change[]::new));
    }

    void change(Change... changes) {
        client.changeResourceRecordSets(request -> request.hostedZoneId(ZONE)
                .changeBatch(batch -> batch.changes(changes)));
    }

    static ResourceRecordSet set(String name, String type, String... values) {
        return ResourceRecordSet.builder().name(name).type(type).ttl(60L).resourceRecords(Stream.of(values)
                .map(value -> ResourceRecord.builder().value(value).build()).toList()).build();
    }

    static ResourceRecordSet weighted(String name, String identifier, long weight, String value) {
        return set(name, "A", value).toBuilder().setIdentifier(identifier).weight(weight).build();
    }

    @Override
    public void close() {
        client.close();
        local.close();
    }
}
