package io.lbkeeper.routes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.dns.DnsFront;
import io.lbkeeper.localroute53.dns.DnsResponder;
import io.lbkeeper.localroute53.dns.ZoneCatalog;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.rehearsal.provider.Dyndns2Api;
import io.lbkeeper.rehearsal.provider.WebApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A dynamic DNS service on this machine: its update protocol, and its name server. */
public final class Dyndns2Service implements AutoCloseable {
    public static final String USER = "ops";
    public static final String PASSWORD = "s3cret";

    public final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
    public final List<String> requests = new CopyOnWriteArrayList<>();
    final Dyndns2Api api;
    private final HttpServer http;
    private final DnsFront dns;

    public Dyndns2Service(Set<String> names) throws IOException {
        api = new Dyndns2Api(USER, PASSWORD, names);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        dns = new DnsFront(any, new DnsResponder(new ZoneCatalog(Account.of(List.of(zone))), new Random(1)));
        http = HttpServer.create(any, 0);
        http.createContext("/", this::serve);
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/nic/update";
    }

    public String nameServer() {
        return "127.0.0.1:" + dns.port();
    }

    void put(String name, String address) {
        put(name, address.contains(":") ? RecordType.AAAA : RecordType.A, address);
    }

    void put(String name, RecordType type, String value) {
        try {
            zone.change(List.of(RecordChange.upsert(ResourceRecordSet.simple(name, type, Duration.ofSeconds(30),
                    value))));
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the name server did not have it yet. */
    void take(String name) {
        try {
            zone.change(List.of(RecordChange.delete(zone.find(name, RecordType.A).orElseThrow())));
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
                values.get(0)));
        WebApi.Reply reply = api.answer(new WebApi.Ask(exchange.getRequestMethod(),
                exchange.getRequestURI().toString(), headers, ""), zone, Duration.ofNanos(System.nanoTime()));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        dns.close();
    }
}
