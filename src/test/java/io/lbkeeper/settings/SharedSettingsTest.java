package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.settings.SharedSettings.Difference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSettingsTest {
    private static final Map<String, String> LB1 = Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain",
            "example.com", "lb.service", "lb.example.com", "lb.route53.zone-id", "ZEXAMPLE", "lb.check.backends",
            "app,api", "lb.check.password", "hunter2", "lb.check.user", "check");

    @Test
    void whatItsTextSaysIsReadFromItAgain() throws Exception {
        SharedSettings mine = shared("lb.grace", "1500ms");
        assertThat(mine.text()).startsWith("lb.check.backends=api,app;lb.check.fall=3;").contains("lb.grace=1500ms;");
        assertThat(SharedSettings.parse(mine.text())).contains(mine);
    }

    @Test
    void noSecretIsInIt() throws Exception {
        assertThat(shared("lb.state-dir", "/srv/state").text()).doesNotContain("hunter2", "lb.check.user", "/srv");
    }

    @Test
    void whatIsTooLongForAHeaderIsNotTold() throws Exception {
        SharedSettings many = shared("lb.check.backends", IntStream.range(0, 400).mapToObj(i -> "backend" + i)
                .collect(Collectors.joining(",")));
        assertThat(many.text().length()).isGreaterThan(4000);
        assertThat(many.told()).isEmpty();
        assertThat(shared("lb.grace", "1s").told()).contains(shared("lb.grace", "1s").text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lb.nodes           | lb1,lb2,lb3     | lb1,lb2        | lb1,lb2,lb3
            lb.domain          | example.org     | example.com    | example.org
            lb.service         | www.example.com | lb.example.com | www.example.com
            lb.dns             | local           | route53        | local
            lb.route53.zone-id | ZOTHER          | ZEXAMPLE       | ZOTHER
            lb.ttl             | 2m              | 60s            | 120s
            lb.check.interval  | 10s             | 5s             | 10s
            lb.check.fastinter | 500ms           | 1s             | 500ms
            lb.check.timeout   | 800ms           | 2s             | 800ms
            lb.check.fall      | 5               | 3              | 5
            lb.check.rise      | 1               | 2              | 1
            lb.grace           | 0s              | 2s             | 0s
            lb.hold-down       | 1h              | 60s            | 3600s
            lb.check.backends  | app             | api,app        | app
            lb.check.frontends | www             | ''             | www
            """)
    void eachOfThemIsCompared(String key, String other, String mine, String theirs) throws Exception {
        assertThat(shared("lb.node", "lb1").differences(shared(key, other)))
                .containsExactly(new Difference(key, mine, theirs));
    }

    @Test
    void ofSeveralServiceNamesTheFirstCountsAndNotTheOrderOfTheOthers() throws Exception {
        SharedSettings mine = shared("lb.service", "lb.example.com,www.example.com,api.example.com");
        assertThat(mine.differences(shared("lb.service", "lb.example.com, api.example.com, www.example.com")))
                .isEmpty();
        assertThat(mine.differences(shared("lb.service", "www.example.com,lb.example.com,api.example.com")))
                .extracting(Difference::key).containsExactly("lb.service");
        assertThat(mine.differences(shared("lb.service", "lb.example.com"))).containsExactly(new Difference(
                "lb.service", "lb.example.com,api.example.com,www.example.com", "lb.example.com"));
    }

    @Test
    void manyServiceNamesAreComparedThoughNoHeaderHasRoomForThem() throws Exception {
        String many = IntStream.range(0, 400).mapToObj(i -> "name" + i + ".example.com")
                .collect(Collectors.joining(","));
        SharedSettings mine = shared("lb.service", many);
        assertThat(mine.told().flatMap(SharedSettings::parse)).contains(mine);
        assertThat(mine.differences(shared("lb.service", many.replace("name399", "name999"))))
                .extracting(Difference::key).containsExactly("lb.service");
    }

    @Test
    void whatIsEachNodesOwnAffairIsNotCompared() throws Exception {
        SharedSettings other = shared("lb.node", "lb2", "lb.nodes", "lb2, lb1", "lb.check.backends", "api,app",
                "lb.address", "203.0.113.20", "lb.check.interval", "5000ms", "lb.dry-run", "true");
        assertThat(shared("lb.node", "lb1").differences(other)).isEmpty();
    }

    @Test
    void aKeyThatOnlyOneVersionHasIsNoDifference() {
        SharedSettings older = SharedSettings.parse("lb.check.fall=3").orElseThrow();
        SharedSettings newer = SharedSettings.parse("lb.check.fall=3;lb.check.newer=1").orElseThrow();
        assertThat(older.differences(newer)).isEmpty();
        assertThat(newer.differences(older)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fall=3", "lb.check.fall", "lb.check.fall=3;", "lb.x=a b", "lb.x=\u001b[31m",
        "lb.x=\u00fc", "lb.x=1\nlb.y=2", "lb.X=1"})
    void whatIsNoSuchTextIsNotRead(String text) {
        assertThat(SharedSettings.parse(text)).isEmpty();
    }

    @Property
    void noTextBreaksIt(@ForAll String text) {
        SharedSettings.parse(text).ifPresent(read -> assertThat(SharedSettings.parse(read.text())).contains(read));
        assertThat(SharedSettings.parse("lb.x=" + "y".repeat(9000))).isEmpty();
    }

    private static SharedSettings shared(String... changed) throws SettingsException {
        Map<String, String> all = new HashMap<>(LB1);
        for (int i = 0; i < changed.length; i += 2) {
            all.put(changed[i], changed[i + 1]);
        }
        return SharedSettings.of(Settings.of(all, "test", Set.of()));
    }
}
