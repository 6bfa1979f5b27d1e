package io.lbkeeper.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Health;
import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.main.Main;
import org.apache.camel.spi.TypeConverterRegistry;
import org.junit.jupiter.api.Test;

class EnumConvertersTest {

    @Test
    void theServiceHasConvertersOfItsOwnForTheEnumsThatRoutesName() throws Exception {
        Main main = Service.assemble(Settings.of(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2",
                "lb.domain", "example.com", "lb.service", "lb.example.com", "lb.dns", "local",
                "lb.route53.zone-id", "ZEXAMPLE"), "settings of a test", Set.of()), Path.of("routes"));
        main.init();
        CamelContext camel = main.getCamelContext();
        try {
            TypeConverterRegistry known = camel.getTypeConverterRegistry();
            assertThat(known.lookup(Health.class, String.class)).as("else Camel tries all, each time").isNotNull();
            assertThat(known.lookup(HttpMethods.class, String.class)).isNotNull();
            assertThat(camel.getTypeConverter().convertTo(Health.class, "dead")).isEqualTo(Health.DEAD);
            assertThat(camel.getTypeConverter().convertTo(HttpMethods.class, "GET")).isEqualTo(HttpMethods.GET);
            assertThat(camel.getTypeConverter().tryConvertTo(Health.class, "no health")).isNull();
        } finally {
            camel.stop();
        }
    }
}
