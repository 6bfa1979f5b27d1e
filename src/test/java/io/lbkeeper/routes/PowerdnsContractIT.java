package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dns.Place;
import dns.Powerdns;
import dns.Zone;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code lb.dns=powerdns} against PowerDNS itself. */
class PowerdnsContractIT extends ProviderContract {
    private static Place api;
    private static Powerdns server;

    @BeforeAll
    static void startServer() throws IOException {
        api = Place.beside();
        Path folder = Files.createTempDirectory("powerdns-api");
        server = new Powerdns(folder, Place.beside(), Zone.primary(), """
                webserver=yes
                webserver-address=127.0.0.1
                webserver-port=%d
                api=yes
                api-key=%s
                """.formatted(api.port(), PowerdnsPlay.KEY));
        server.start();
    }

    @Override
    String provider() {
        return "powerdns";
    }

    @Override
    Set<String> providers() {
        return Set.of("powerdns");
    }

    @Override
    Map<String, String> settings() {
        return PowerdnsPlay.settings("http://" + api.withColon());
    }

    @Override
    void write(RecordSet set) {
        String name = set.name() + ". ";
        assertThat(server.update(set.values().stream().map(value -> "update add " + name + set.ttl().toSeconds() + " "
                + set.type() + " " + value).toArray(String[]::new))).as(server.story()).isEmpty();
    }

    @AfterEach
    void empty() {
        assertThat(server.update("update delete lb.example.com. A", "update delete lb.example.com. AAAA",
                "update delete _owner.lb.example.com. TXT", "update delete lb1.example.com. A")).as(server.story())
                .isEmpty();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void aChangeIsServedAtOnceAndGivesTheZoneAnotherSerialIfTheZoneIsSetSo() throws Exception {
        assertThat(change(Change.set(Decisions.NODE))).as("the zone was not made by the API, and has no soa_edit_api")
                .asString().contains("no new serial");
        assertThat(server.ask("lb1.example.com", "A")).isEqualTo("203.0.113.10");
        long before = server.serial();
        HttpResponse<String> set = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://"
                + api.withColon() + "/api/v1/servers/localhost/zones/example.com.")).header("X-API-Key",
                PowerdnsPlay.KEY).PUT(BodyPublishers.ofString("{\"soa_edit_api\": \"DEFAULT\"}")).build(),
                BodyHandlers.ofString());
        assertThat(set.statusCode()).as(set.body()).isEqualTo(204);
        Outcome outcome = change(Change.swap(List.of(), List.of(Decisions.SERVICE, Decisions.OWNER)));
        assertThat(outcome).isEqualTo(new Outcome.Applied("serial " + server.serial()));
        assertThat(server.serial()).isGreaterThan(before);
        assertThat(server.ask("lb.example.com", "A")).isEqualTo("203.0.113.10");
        assertThat(server.ask("_owner.lb.example.com", "TXT")).isEqualTo(Decisions.OWNER.values().get(0));
    }

    @Test
    void whereOneRecordIsRefusedNoneIsWritten() {
        Outcome outcome = change(Change.swap(List.of(), List.of(Decisions.SERVICE,
                RecordSet.simple("lb.example.net", "A", Decisions.TTL, "203.0.113.10"))));
        assertThat(outcome).isInstanceOf(Outcome.CouldNotAsk.class).asString().contains("HTTP 422", "out of zone");
        assertThat(server.ask("lb.example.com", "A")).isEmpty();
    }
}
