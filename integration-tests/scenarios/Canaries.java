package scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Secrets that are told nowhere else, in all the forms in which they go over the wire. */
record Canaries(List<String> forms) {
    /** Has every library tell all that it does. */
    static final String TRACE = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%level %logger %msg%n%ex</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="out"/></root>
            </configuration>
            """;

    static Canaries of(String... secrets) {
        return new Canaries(Arrays.stream(secrets).flatMap(Canaries::forms).distinct().toList());
    }

    /** Other forms of them. */
    Canaries with(String... more) {
        return new Canaries(Stream.concat(forms.stream(), Arrays.stream(more)).toList());
    }

    private static Stream<String> forms(String secret) {
        String inUrl = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(secret, inUrl, inUrl.replace("+", "%20"), base64(secret), secret.replace("\"", "\\\""));
    }

    /** Without the = at its end, which may be missing. */
    static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    void assertSilentIn(String text) {
        forms.forEach(form -> assertThat(text.lines().filter(line -> line.contains(form)).limit(3).toList())
                .as("where %s is seen", form).isEmpty());
    }
}
