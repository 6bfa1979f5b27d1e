package io.lbkeeper.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue that is read looks ten times a second whether there is something in it. */
class QueueOfNoticesTest {
    @TempDir
    private Path folder;

    @Test
    void itIsReadOnlyWhereSomebodyIsTold() throws Exception {
        assertThat(reader()).as("without lb.notify").isEqualTo(ServiceStatus.Stopped);
        assertThat(reader("lb.notify=command", "lb.notify.command=/bin/true")).as("with a channel")
                .isEqualTo(ServiceStatus.Started);
    }

    private ServiceStatus reader(String... more) throws Exception {
        List<String> lines = new ArrayList<>(List.of("lb.node=lb1", "lb.nodes=lb1,lb2", "lb.domain=example.com",
                "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE", "lb.address=127.0.0.1",
                "lb.state-dir=" + folder.resolve("state")));
        lines.addAll(List.of(more));
        Path config = Files.write(folder.resolve("lbkeeper.properties"), lines);
        // Its timers are held: nothing is looked at.
        Running running = Running.first(Settings.read(config, config, Set.of("local"), Set.of("command")),
                Path.of("routes").toAbsolutePath());
        try {
            running.start();
            return running.camel().getRouteController().getRouteStatus("deliver-notice");
        } finally {
            running.stop();
        }
    }
}
