package io.lbkeeper.localroute53.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbkeeper.localroute53.health.HealthSettings.Element;
import io.lbkeeper.localroute53.zone.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a health check's settings must be; each rule is seen to refuse, and what lies close by to be accepted. */
class HealthRulesTest {
    private static final HealthChecks CHECKS = HealthChecks.NONE
            .with(HealthCheck.fresh("a", "1", settings("TYPE=HTTP DOMAIN_NAME=x.example")))
            .with(HealthCheck.fresh("sum", "2", settings("TYPE=CALCULATED HEALTH_THRESHOLD=1 CHILDREN=a")));

    /** Words as {@code PORT=80}, a list's pieces joined by commas. */
    private static HealthSettings settings(String words) {
        Map<Element, List<String>> texts = new EnumMap<>(Element.class);
        for (String word : words.split(" ")) {
            texts.put(Element.valueOf(word.split("=")[0]), List.of(word.split("=")[1].split(",")));
        }
        return new HealthSettings(texts);
    }

    private static void judge(String words) throws Refusal {
        HealthRules.judge(HealthRules.completed(settings(words)), CHECKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TYPE=HTTP IP_ADDRESS=1.2.3.4", "TYPE=HTTP DOMAIN_NAME=x.example",
        "TYPE=HTTPS IP_ADDRESS=2600::1 DOMAIN_NAME=x.example PORT=1 RESOURCE_PATH=/x", "TYPE=TCP IP_ADDRESS=1.2.3.4"
        + " PORT=65535", "TYPE=TCP DOMAIN_NAME=x.example PORT=25", "TYPE=HTTP_STR_MATCH DOMAIN_NAME=x.example"
        + " SEARCH_STRING=up", "TYPE=HTTP DOMAIN_NAME=x.example REQUEST_INTERVAL=10 FAILURE_THRESHOLD=10",
        "TYPE=CALCULATED HEALTH_THRESHOLD=0", "TYPE=CALCULATED HEALTH_THRESHOLD=256 CHILDREN=a",
        "TYPE=CLOUDWATCH_METRIC ALARM=eu-west-1,high", "TYPE=RECOVERY_CONTROL ROUTING_CONTROL=arn:aws:x"})
    void goodSettingsAreAccepted(String words) {
        assertThatCode(() -> judge(words)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TYPE=HTTP | Invalid parameter : HTTP health checks must have an IPAddress or a FullyQualifiedDomainName",
        "TYPE=HTTP IP_ADDRESS=1.2.3 | IPAddress 1.2.3 is not an IPv4 or IPv6 address.",
        "TYPE=HTTP IP_ADDRESS=fe80::1%eth0 | is not an IPv4 or IPv6 address.",
        "TYPE=HTTP IP_ADDRESS=10.0.0.1 | IPAddress 10.0.0.1 is in a local, private, non-routable or multicast range",
        "TYPE=HTTP DOMAIN_NAME=x.example PORT=0 | at 'port' failed to satisfy constraint: Member must have value great",
        "TYPE=HTTP DOMAIN_NAME=x.example PORT=65536 | at 'port' failed to satisfy constraint: Member must have value l",
        "TYPE=HTTP DOMAIN_NAME=x.example REQUEST_INTERVAL=20 | RequestInterval must be 10 or 30 seconds, not 20.",
        "TYPE=HTTP DOMAIN_NAME=x.example FAILURE_THRESHOLD=0 | at 'failureThreshold'",
        "TYPE=HTTP DOMAIN_NAME=x.example FAILURE_THRESHOLD=11 | at 'failureThreshold'",
        "TYPE=HTTP DOMAIN_NAME=x.example SEARCH_STRING=up | HTTP health checks must not have SearchString specified.",
        "TYPE=HTTP_STR_MATCH DOMAIN_NAME=x.example | HTTP_STR_MATCH health checks must have a SearchString specified.",
        "TYPE=HTTP DOMAIN_NAME=x.example CHILDREN=a | HTTP health checks must not have ChildHealthChecks specified.",
        "TYPE=HTTP DOMAIN_NAME=x.example HEALTH_THRESHOLD=1 | must not have HealthThreshold specified.",
        "TYPE=HTTP DOMAIN_NAME=x.example INSUFFICIENT_DATA=Healthy | must not have InsufficientDataHealthStatus",
        "TYPE=HTTP DOMAIN_NAME=x.example ROUTING_CONTROL=arn | must not have RoutingControlArn specified.",
        "TYPE=TCP IP_ADDRESS=1.2.3.4 PORT=25 ALARM=eu-west-1,high"
            + "| Invalid parameter : Basic health checks must not have an metric region specified.",
        "TYPE=TCP IP_ADDRESS=1.2.3.4 PORT=25 DOMAIN_NAME=x.example | TCP health checks that have IP address must not"
            + " have a fully qualified domain name specified.",
        "TYPE=TCP IP_ADDRESS=1.2.3.4 | TCP health checks must have a port specified.",
        "TYPE=TCP IP_ADDRESS=1.2.3.4 PORT=25 RESOURCE_PATH=/ | TCP health checks must not have ResourcePath specified.",
        "TYPE=CALCULATED | Invalid parameter : Calculated health checks must have a health threshold specified.",
        "TYPE=CALCULATED HEALTH_THRESHOLD=257 | at 'healthThreshold'",
        "TYPE=CALCULATED HEALTH_THRESHOLD=1 PORT=80 | CALCULATED health checks must not have Port specified.",
        "TYPE=CALCULATED HEALTH_THRESHOLD=1 REGIONS=us-east-1 | CALCULATED health checks must not have Regions",
        "TYPE=CALCULATED HEALTH_THRESHOLD=1 ALARM=eu-west-1,high | must not have AlarmIdentifier specified.",
        "TYPE=CALCULATED HEALTH_THRESHOLD=1 CHILDREN=none | The child health check none does not exist.",
        "TYPE=CALCULATED HEALTH_THRESHOLD=1 CHILDREN=sum | is a calculated health check, which can't be a child",
        "TYPE=CALCULATED HEALTH_THRESHOLD=1 CHILDREN=a,a | A child health check is given twice.",
        "TYPE=CLOUDWATCH_METRIC | Metric-based health checks must have an AlarmIdentifier specified.",
        "TYPE=RECOVERY_CONTROL | Recovery control health checks must have a RoutingControlArn specified."})
    void badSettingsAreTold(String words, String told) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> judge(words));
        assertThat(refusal).as("accepted: %s", words).isNotNull();
        assertThat(refusal.code()).isEqualTo("InvalidInput");
        assertThat(refusal).hasMessageContaining(told.strip());
    }

    @Test
    void aCalculatedCheckHasAtMost255Children() {
        HealthChecks many = CHECKS;
        for (int i = 0; i < 256; i++) {
            many = many.with(HealthCheck.fresh("c" + i, "r" + i, settings("TYPE=HTTP DOMAIN_NAME=x.example")));
        }
        HealthChecks all = many;
        assertThatCode(() -> HealthRules.judge(sum(255), all)).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Refusal.class, () -> HealthRules.judge(sum(256), all)))
                .hasMessageContaining("more than 255 children");
    }

    private static HealthSettings sum(int children) {
        return new HealthSettings(Map.of(Element.TYPE, List.of("CALCULATED"), Element.HEALTH_THRESHOLD, List.of("1"),
                Element.CHILDREN, IntStream.range(0, children).mapToObj(i -> "c" + i).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.255.255.255", "172.31.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254",
        "192.0.2.44", "198.51.100.1", "203.0.113.1", "224.0.0.1", "255.255.255.255", "0.0.0.0", "::1", "::",
        "fe80::1", "fd00::1", "ff02::1", "2001:db8::1", "2002::1", "::ffff:8.8.8.8"})
    void anAddressThatNobodyCanCheckIsKnown(String address) {
        assertThat(SpecialUseAddress.is(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.255.255.255", "11.0.0.0", "172.15.0.1", "172.32.0.1", "100.128.0.1", "1.1.1.1",
        "223.255.255.255", "2600::1", "2a00::1", "2001:4860::8888"})
    void otherAddressesAreNot(String address) {
        assertThat(SpecialUseAddress.is(address)).isFalse();
    }
}
