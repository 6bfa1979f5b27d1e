package io.lbkeeper.routes;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

class DnsPowerdnsReadActionTest extends WebReadFaults {
    @Override
    String provider() {
        return "powerdns";
    }

    @Override
    String emptyZone() {
        return PowerdnsPlay.EMPTY;
    }

    @Override
    String secret() {
        return PowerdnsPlay.KEY;
    }

    @Override
    Map<String, String> settings() {
        return with(PowerdnsPlay.settings(server.url()));
    }

    static Stream<Arguments> faults() {
        return PowerdnsPlay.faults();
    }
}
