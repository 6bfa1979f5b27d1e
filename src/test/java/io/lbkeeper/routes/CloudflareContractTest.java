package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.rehearsal.provider.CloudflareApi;
import io.lbkeeper.rehearsal.provider.WebApi;
import io.lbkeeper.rehearsal.provider.WebApiServer;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code lb.dns=cloudflare} against its API as documented. */
class CloudflareContractTest extends ProviderContract {
    private final HostedZone zone = HostedZone.create("ZCLOUDFLARE", "example.com");
    private final WebApiServer server = new WebApiServer(new CloudflareApi(CloudflarePlay.ZONE, CloudflarePlay.TOKEN),
            zone);

    @Override
    String provider() {
        return "cloudflare";
    }

    @Override
    Set<String> providers() {
        return Set.of("cloudflare");
    }

    @Override
    Map<String, String> settings() {
        return CloudflarePlay.settings(server.url());
    }

    @Override
    void write(RecordSet set) throws Exception {
        zone.change(List.of(RecordChange.upsert(ZoneView.resourceRecordSet(set))));
    }

    @Test
    void aZoneOfSeveralPagesIsReadToItsEnd() throws Exception {
        List<RecordChange> many = IntStream.range(0, 1050).mapToObj("a%04d.example.com"::formatted)
                .map(name -> RecordSet.simple(name, "A", Duration.ofSeconds(60), "192.0.2.1"))
                .map(set -> RecordChange.create(ZoneView.resourceRecordSet(set))).toList();
        zone.change(many.subList(0, 600));
        zone.change(many.subList(600, 1050));
        assertThat(read("a0000.example.com", "a1049.example.com")).hasSize(2);
        assertThat(server.asked()).extracting(WebApi.Ask::pathAndQuery).allMatch(asked -> asked.contains("per_page="))
                .hasSize(2);
    }

    @AfterEach
    void close() {
        server.close();
    }
}
