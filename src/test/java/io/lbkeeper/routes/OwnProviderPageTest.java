package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.rehearsal.provider.WebApiServer;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider that providers.md shows how to write, from that page as it stands. */
class OwnProviderPageTest extends ProviderContract {
    private static final Path PAGE = Path.of("src/main/docs/providers.md");
    private static final Pattern SAMPLE = Pattern.compile("```yaml\n# kamelets/(dns-mydns\\S+)\n(.*?)```",
            Pattern.DOTALL);

    private final HostedZone zone = HostedZone.create("ZMYDNS", "example.com");
    private final WebApiServer server = new WebApiServer(new MydnsApi(), zone);
    private final Path folder = written();

    @Override
    String provider() {
        return "mydns";
    }

    @Override
    Set<String> providers() {
        return Set.of("mydns");
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.dns", "mydns", "mydns.url", server.url(), "mydns.key", MydnsApi.KEY,
                "camel.component.kamelet.location", "file:" + ROUTES.resolve("kamelets") + ",file:" + folder);
    }

    @Override
    void write(RecordSet set) throws Exception {
        zone.change(List.of(RecordChange.upsert(ZoneView.resourceRecordSet(set))));
    }

    @Test
    void whatIsRefusedCouldNotBeAsked() {
        server.close();
        Answer<?> answer = template.requestBody("kamelet:dns-mydns-read-action", List.of("lb.example.com"),
                Answer.class);
        assertThat(answer).isInstanceOf(Answer.CouldNotAsk.class).asString().contains("reading from " + server.url());
    }

    private static Path written() {
        try {
            Path folder = Files.createTempDirectory("own-provider-page");
            List<MatchResult> samples = SAMPLE.matcher(Files.readString(PAGE)).results().toList();
            assertThat(samples).as("kamelets on %s", PAGE).hasSize(2);
            for (MatchResult sample : samples) {
                Files.writeString(folder.resolve(sample.group(1)), sample.group(2));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        for (String part : List.of("read", "change")) {
            Files.deleteIfExists(folder.resolve("dns-mydns-" + part + "-action.kamelet.yaml"));
        }
        Files.delete(folder);
    }
}
