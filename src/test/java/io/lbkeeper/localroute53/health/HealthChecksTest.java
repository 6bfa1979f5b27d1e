package io.lbkeeper.localroute53.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.localroute53.health.HealthSettings.Element;
import io.lbkeeper.localroute53.zone.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as healthy, from what the checkers report. */
class HealthChecksTest {

    private static HealthCheck check(String id, HealthStatus status, Map<Element, List<String>> more) {
        Map<Element, List<String>> texts = new EnumMap<>(Map.of(Element.TYPE, List.of("HTTP")));
        texts.putAll(more);
        return HealthCheck.fresh(id, "reference of " + id, new HealthSettings(texts)).with(status);
    }

    @ParameterizedTest
    @CsvSource({"HEALTHY, false, false, true", "UNHEALTHY, false, false, false", "UNKNOWN, false, false, true",
        "HEALTHY, true, false, false", "UNHEALTHY, true, false, true", "UNKNOWN, true, false, false",
        "UNHEALTHY, false, true, true", "UNHEALTHY, true, true, false", "HEALTHY, true, true, false"})
    void anEndpointIsAsItsCheckersReport(HealthStatus status, boolean inverted, boolean disabled, boolean healthy) {
        HealthChecks checks = HealthChecks.NONE.with(check("a", status, Map.of(
                Element.INVERTED, List.of("" + inverted), Element.DISABLED, List.of("" + disabled))));
        assertThat(checks.isHealthy("a")).isEqualTo(healthy);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, true", "3, false", "4, false"})
    void aCalculatedOneIsAsItsChildren(int threshold, boolean healthy) {
        HealthChecks checks = HealthChecks.NONE.with(check("a", HealthStatus.HEALTHY, Map.of()))
                .with(check("b", HealthStatus.UNHEALTHY, Map.of()))
                .with(check("c", HealthStatus.UNHEALTHY, Map.of(Element.INVERTED, List.of("true"))))
                .with(check("all", HealthStatus.UNHEALTHY, Map.of(Element.TYPE, List.of("CALCULATED"),
                        Element.CHILDREN, List.of("a", "b", "c"), Element.HEALTH_THRESHOLD,
                        List.of("" + threshold))));
        assertThat(checks.isHealthy("all")).isEqualTo(healthy);
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, Unhealthy, false", "UNKNOWN, Healthy, true", "UNKNOWN, LastKnownStatus, true",
        "HEALTHY, Unhealthy, true", "UNHEALTHY, Healthy, false"})
    void anAlarmWithoutDataIsAsItsSettingsSay(HealthStatus status, String insufficientData, boolean healthy) {
        HealthChecks checks = HealthChecks.NONE.with(check("a", status, Map.of(Element.TYPE,
                List.of("CLOUDWATCH_METRIC"), Element.INSUFFICIENT_DATA, List.of(insufficientData))));
        assertThat(checks.isHealthy("a")).isEqualTo(healthy);
    }

    @Test
    void whatWasDeletedCountsAsHealthy() {
        HealthChecks checks = HealthChecks.NONE.with(check("a", HealthStatus.UNHEALTHY, Map.of()));
        assertThat(checks.isHealthy("a")).isFalse();
        assertThat(checks.without("a").isHealthy("a")).isTrue();
        assertThatThrownBy(() -> checks.without("a").check("a")).isInstanceOfSatisfying(Refusal.class,
                e -> assertThat(e.code()).isEqualTo("NoSuchHealthCheck"));
    }
}
