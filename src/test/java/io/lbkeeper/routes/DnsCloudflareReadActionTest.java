package io.lbkeeper.routes;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

class DnsCloudflareReadActionTest extends WebReadFaults {
    @Override
    String provider() {
        return "cloudflare";
    }

    @Override
    String emptyZone() {
        return CloudflarePlay.EMPTY;
    }

    @Override
    String secret() {
        return CloudflarePlay.TOKEN;
    }

    @Override
    Map<String, String> settings() {
        return with(CloudflarePlay.settings(server.url()));
    }

    static Stream<Arguments> faults() {
        return CloudflarePlay.faults();
    }
}
