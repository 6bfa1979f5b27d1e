package io.lbkeeper.localroute53;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** That the bench runs, not how fast: a rule of the endpoint that it breaks would otherwise be noticed by its user. */
class ZoneBenchTest {
    @Test
    void everyKindOfCallIsMeasured() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ZoneBench.measure(3, new PrintStream(printed, true, StandardCharsets.UTF_8));
        String figures = "( +\\d+\\.\\d\\d ms){8} +\\d+\\.\\d\\d";
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().filter(line -> line.matches(".*" + figures)))
                .hasSize(5).first().asString().startsWith("change batch");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("against 10,000 records: median ");
    }
}
