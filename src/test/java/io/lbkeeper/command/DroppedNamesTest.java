package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.http.StatusSample;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.status.StatusFile;
import io.lbkeeper.status.StatusJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedNamesTest {
    @TempDir
    private Path state;

    @Test
    void namesThatAreTakenOutOfTheSettingsAreTold() throws Exception {
        Files.writeString(StatusFile.in(state), StatusJson.write(new StatusSample().further("www.example.com",
                "203.0.113.10").further("api.example.com", "not there").build()));
        assertThat(DroppedNames.of(settings("lb.example.com,api.example.com,new.example.com")))
                .containsExactly("www.example.com");
        assertThat(DroppedNames.of(settings("www.example.com,api.example.com"))).containsExactly("lb.example.com");
        assertThat(DroppedNames.of(settings("api.example.com,lb.example.com,www.example.com"))).isEmpty();
    }

    @Test
    void nothingIsToldWhereNothingIsKnown() throws Exception {
        assertThat(DroppedNames.of(settings("lb.example.com"))).as("a first start").isEmpty();
        Files.writeString(StatusFile.in(state), "{\"further\"");
        assertThat(DroppedNames.of(settings("lb.example.com"))).as("a file that was cut off").isEmpty();
    }

    private Settings settings(String names) throws Exception {
        return Settings.of(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com", "lb.service",
                names, "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE", "lb.state-dir", state.toString()), "test",
                Set.of());
    }
}
