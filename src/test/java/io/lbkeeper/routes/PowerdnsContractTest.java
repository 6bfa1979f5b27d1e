package io.lbkeeper.routes;

import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.rehearsal.provider.PowerdnsApi;
import io.lbkeeper.rehearsal.provider.WebApiServer;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** {@code lb.dns=powerdns} against PowerDNS's API as documented. Against PowerDNS itself it is an integration test. */
class PowerdnsContractTest extends ProviderContract {
    private final HostedZone zone = HostedZone.create("ZPOWERDNS", "example.com");
    private final WebApiServer server = new WebApiServer(new PowerdnsApi(PowerdnsPlay.KEY), zone);

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
        return PowerdnsPlay.settings(server.url());
    }

    @Override
    void write(RecordSet set) throws Exception {
        zone.change(List.of(RecordChange.upsert(ZoneView.resourceRecordSet(set))));
    }

    @AfterEach
    void close() {
        server.close();
    }
}
