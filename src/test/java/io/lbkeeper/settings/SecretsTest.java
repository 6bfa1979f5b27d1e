package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String PASSWORD = "p\"w &%=1";

    @Test
    void areMaskedInEachFormInWhichTheyTravel() throws Exception {
        Secrets secrets = secrets(Map.of("lb.check.user", "ops", "lb.check.password", PASSWORD));
        for (String form : new String[] {PASSWORD, URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
            PASSWORD.replace("\"", "\\\""), base64(PASSWORD), base64("ops:" + PASSWORD),
                URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20")}) {
            assertThat(secrets.masked("a " + form + " b")).as(form).startsWith("a ******").doesNotContain(form);
        }
        assertThat(secrets.masked("ops is no secret")).isEqualTo("ops is no secret");
    }

    @Test
    void theSecretPartOfAUrlIsOneAlsoWithoutTheRest() throws Exception {
        Secrets secrets = secrets(Map.of("lb.notify.slack.url", "https://hooks.example.com/services/T0/abcdefghijkl",
                "lb.notify.webhook.url", "https://hooks.example.com/in?token=0123456789abc"));
        assertThat(secrets.masked("POST /services/T0/abcdefghijkl HTTP/1.1")).isEqualTo("POST ****** HTTP/1.1");
        assertThat(secrets.masked("it was abcdefghijkl")).isEqualTo("it was ******");
        assertThat(secrets.masked("0123456789abc")).isEqualTo("******");
        assertThat(secrets.masked("the services of hooks.example.com")).isEqualTo("the services of hooks.example.com");
    }

    @Test
    void keysOfCamelsOwnThatLookSecretAreOnes() throws Exception {
        Secrets secrets = secrets(Map.of("camel.component.aws2-route53.secretKey", "wJalrXUtnFEMI",
                "camel.component.aws2-route53.access-key", "AKIAEXAMPLE", "camel.component.aws2-route53.region",
                "eu-west-1", "pager.token", "t0ken"));
        assertThat(secrets.masked("wJalrXUtnFEMI AKIAEXAMPLE eu-west-1 t0ken")).isEqualTo(
                "****** ****** eu-west-1 ******");
    }

    @Test
    void aUrlOfAKeyOfOnesOwnIsOneUnlessItIsAHostOnly() throws Exception {
        Secrets secrets = secrets(Map.of("webhook.url", "https://hooks.example.com/services/T0/SECRET",
                "pager.address", "http://ops:pa55word@pager.example.com", "short.url", "https://s.example.com/x?k=1",
                "proxy.url", "http://proxy.example.com:3128", "odd.url", "https://odd.example.com/{{x}}/${body} y"));
        assertThat(secrets.masked("HTTP operation failed invoking https://hooks.example.com/services/T0/SECRET with "
                + "statusCode: 404")).isEqualTo("HTTP operation failed invoking ****** with statusCode: 404");
        assertThat(secrets.masked("POST /services/T0/SECRET")).isEqualTo("POST ******");
        assertThat(secrets.masked("it is pa55word")).isEqualTo("it is ******");
        assertThat(secrets.masked("to https://s.example.com/x?k=1")).isEqualTo("to ******");
        assertThat(secrets.masked("by http://proxy.example.com:3128")).isEqualTo("by http://proxy.example.com:3128");
    }

    @Test
    void whatIsLeftOfAPasswordThatWasCutInAUrlIsOne() throws Exception {
        assertThat(secrets(Map.of("lb.check.user", "ops", "lb.check.password", "first)&second=third")).masked(
                "unknown parameters second=third")).isEqualTo("unknown parameters ******=******");
    }

    @Test
    void theKeyOfTheLocalRoute53IsNone() throws Exception {
        assertThat(secrets(Map.of("lb.dns", "local")).masked("ns-1.local-route53.test")).isEqualTo(
                "ns-1.local-route53.test");
        assertThat(secrets(Map.of("lb.dns", "local", "camel.component.aws2-route53.secretKey", "wJalrXUtnFEMI"))
                .masked("wJalrXUtnFEMI")).isEqualTo("******");
    }

    @Test
    void whatIsTooShortToBeOneIsLeft() throws Exception {
        assertThat(secrets(Map.of("lb.check.user", "ops", "lb.check.password", "abc")).masked("abcdef"))
                .isEqualTo("abcdef");
    }

    private static Secrets secrets(Map<String, String> more) throws SettingsException {
        return Secrets.of(SettingsTest.settings(more));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
