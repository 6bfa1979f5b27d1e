package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbkeeper.service.Running;
import io.lbkeeper.supervision.Edition;
import io.lbkeeper.supervision.RefusedException;
import io.lbkeeper.supervision.Saved;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionsTest {
    @TempDir
    private Path folder;

    @Test
    void aRefusalTellsNeitherTheOldSecretsNorTheNewOnes() throws Exception {
        Edition old = edition("old-canary");
        Running running = Running.first(Editions.settings(old), old.routes());
        Editions editions = new Editions(edition -> {
            throw new RefusedException("watch.camel.yaml:3: seen old-canary and new-canary");
        });
        RefusedException refusal = catchThrowableOfType(RefusedException.class,
                () -> editions.next(edition("new-canary"), running));
        assertThat(refusal).hasMessage("watch.camel.yaml:3: seen ****** and ******");
    }

    private Edition edition(String token) throws Exception {
        Path routes = Files.createDirectories(folder.resolve("routes/kamelets")).getParent();
        Files.writeString(routes.resolve("watch.camel.yaml"), "[]");
        Path config = Files.write(folder.resolve(token + ".properties"), List.of("lb.node=lb1", "lb.nodes=lb1,lb2",
                "lb.domain=example.com", "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE",
                "lb.address=127.0.0.1", "lb.state-dir=" + folder.resolve("state"), "pager.token=" + token));
        return Edition.itself(Saved.read(config, routes));
    }
}
