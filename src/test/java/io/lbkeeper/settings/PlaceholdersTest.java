package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private static final String COMPONENT = "camel.component.aws2-route53.";

    @Test
    void giveEverySettingAndWhatFollowsFromThem() throws Exception {
        Properties all = SettingsTest.settings(Map.of("lb.nodes", "lb1, lb2", "lb.check.backends", "app, api",
                "lb.check.interval", "4s", "lb.address", "interface:eth0", "lb.peer.lb2.address", "10.0.0.2"))
                .placeholders();

        Declared.ALL.stream().filter(setting -> setting != Declared.PEER_ADDRESS)
                .forEach(setting -> assertThat(all).containsKey(setting.name()));
        assertThat(all).containsEntry("lb.nodes", "lb1,lb2").containsEntry("lb.check.backends", "app,api")
                .containsEntry("lb.check.interval", "4000").containsEntry("lb.check.fastinter", "1000")
                .containsEntry("lb.check.connection-timeout", "1000")
                .containsEntry("lb.check.tick", "1000").containsEntry("lb.dns.provider", "route53")
                .containsEntry("lb.address.kind", "interface").containsEntry("lb.address.value", "eth0")
                .containsEntry("lb.peer.lb2.address", "10.0.0.2").containsEntry("lb.route53.endpoint", "")
                .doesNotContainKey("lb.peer.lb1.address");
    }

    @Test
    void giveAConnectionHalfOfTheChecksTimeWhereARaceMayHaveToFollow() throws Exception {
        for (String[] row : new String[][] {{"4", "450"}, {"1", "450"}, {"0", "900"}}) {
            assertThat(SettingsTest.settings(Map.of("lb.check.timeout", "900ms", "lb.check.confirmations", row[0]))
                    .placeholders()).as("with %s", row[0]).containsEntry("lb.check.connection-timeout", row[1]);
        }
    }

    @Test
    void tellEachSourceOfTheOwnAddress() throws Exception {
        for (String[] row : new String[][] {
            {"203.0.113.10", "literal", "203.0.113.10"}, {"interface:eth0", "interface", "eth0"},
            {"imds", "imds", "http://169.254.169.254"}, {"http://ip.example.org", "http", "http://ip.example.org"}}) {
            assertThat(SettingsTest.settings(Map.of("lb.address", row[0])).placeholders())
                    .containsEntry("lb.address.kind", row[1]).containsEntry("lb.address.value", row[2]);
        }
    }

    @Test
    void leaveOutTheServersOfAZoneWhereNoneAreSet() throws Exception {
        Map<String, String> zone = Map.of("lb.dns", "rfc2136", "lb.rfc2136.zone", "example.com");
        assertThat(rfc2136(zone)).doesNotContainKey("camel.component.dns-update.servers")
                .containsEntry("camel.component.dns-update.timeout", "3000");
        Map<String, String> named = new HashMap<>(zone);
        named.put("lb.rfc2136.servers", "192.0.2.53,192.0.2.54");
        assertThat(rfc2136(named)).containsEntry("camel.component.dns-update.servers", "192.0.2.53,192.0.2.54");
    }

    private static Map<Object, Object> rfc2136(Map<String, String> some) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", "lb.example.com"));
        all.putAll(some);
        return Settings.of(all, "test", Set.of("rfc2136")).placeholders();
    }

    @Test
    void configureTheComponent() throws Exception {
        assertThat(SettingsTest.settings(Map.of("lb.route53.timeout", "2s")).placeholders())
                .containsEntry(COMPONENT + "hostedZoneId", "Z1").containsEntry(COMPONENT + "apiCallTimeout", "2000")
                .containsEntry(COMPONENT + "maxRetries", "1").containsEntry(COMPONENT + "maxChangeRetries", "0")
                .doesNotContainKeys(COMPONENT + "overrideEndpoint", COMPONENT + "uriEndpointOverride",
                        COMPONENT + "accessKey", COMPONENT + "secretKey");
        assertThat(SettingsTest.settings(Map.of("lb.dns", "local")).placeholders())
                .containsEntry("lb.dns", "local").containsEntry("lb.dns.provider", "route53")
                .containsEntry("lb.route53.endpoint", "http://127.0.0.1:8053")
                .containsEntry(COMPONENT + "overrideEndpoint", "true")
                .containsEntry(COMPONENT + "uriEndpointOverride", "http://127.0.0.1:8053")
                .containsEntry(COMPONENT + "accessKey", "local").containsEntry(COMPONENT + "secretKey", "local");
    }

    @Test
    void leaveTheOperatorsOwnOptionsAsTheyAre() throws Exception {
        Properties all = SettingsTest.settings(Map.of(COMPONENT + "hosted-zone-id", "Z9",
                COMPONENT + "apiCallTimeout", "{{my.timeout}}", "my.timeout", "900 # not ours to judge "))
                .placeholders();

        assertThat(all).containsEntry(COMPONENT + "hosted-zone-id", "Z9").doesNotContainKey(COMPONENT + "hostedZoneId")
                .containsEntry(COMPONENT + "apiCallTimeout", "{{my.timeout}}")
                .containsEntry("my.timeout", "900 # not ours to judge ");
    }

    @Test
    void areUsableInCamelAlsoWhenEmptyAndNobodyElseOverridesThem() throws Exception {
        Properties all = Settings.of(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.dns", "acme", "lb.check.user", "ops",
                "lb.check.password", "a}b{c;&%#$ ?:=@${x}"), "test", Set.of("acme")).placeholders();
        System.setProperty("lb.node", "somebody-else");
        Main camel = new Main();
        camel.setOverrideProperties(all);
        try {
            camel.start();
            for (String key : all.stringPropertyNames()) {
                assertThat(camel.getCamelContext().resolvePropertyPlaceholders("{{" + key + "}}")).as(key)
                        .isEqualTo(all.getProperty(key));
            }
        } finally {
            camel.stop();
            System.clearProperty("lb.node");
        }
    }
}
