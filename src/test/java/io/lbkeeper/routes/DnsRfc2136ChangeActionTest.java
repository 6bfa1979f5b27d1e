package io.lbkeeper.routes;

import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.dnsupdate.DnsFront;
import io.lbkeeper.dnsupdate.SignedServer;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** {@code lb.dns=rfc2136} against a server that keeps to the RFC; against real ones it is an integration test. */
class DnsRfc2136ChangeActionTest extends ProviderContract {
    private final SignedServer server = new SignedServer();
    private final DnsFront front = server.start();

    DnsRfc2136ChangeActionTest() throws Exception {
    }

    @Override
    String provider() {
        return "rfc2136";
    }

    @Override
    Set<String> providers() {
        return Set.of("rfc2136");
    }

    @Override
    boolean comparesTtls() {
        return false;
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.dns", "rfc2136", "lb.rfc2136.zone", "example.com", "lb.rfc2136.servers", front.address(),
                "lb.rfc2136.key-name", "lb1", "lb.rfc2136.key", SignedServer.SECRET);
    }

    @Override
    void write(RecordSet set) throws Exception {
        server.zone().change(List.of(RecordChange.upsert(ZoneView.resourceRecordSet(set))));
    }

    @AfterEach
    void close() throws Exception {
        front.close();
    }
}
