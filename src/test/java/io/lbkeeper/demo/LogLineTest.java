package io.lbkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void aDecisionHasItsNameAndItsReason() {
        LogLine line = LogLine.parse("2026-11-23T05:26:33.672Z INFO  TakeOver: lb2 owns lb.example.com, but its "
                + "HAProxy has failed: 3 checks.").orElseThrow();

        assertThat(line).isEqualTo(new LogLine(Instant.parse("2026-11-23T05:26:33.672Z"), "INFO", "TakeOver",
                "lb2 owns lb.example.com, but its HAProxy has failed: 3 checks."));
        assertThat(line.matters()).isTrue();
        assertThat(line.told()).startsWith("TakeOver: lb2 owns");
    }

    @Test
    void anOutcomeHasANameOfTwoWords() {
        LogLine line = LogLine.parse("2026-11-23T07:26:33.686+02:00 INFO  Service record: applied as change C04")
                .orElseThrow();

        assertThat(line.name()).isEqualTo("Service record");
        assertThat(line.text()).isEqualTo("applied as change C04");
        assertThat(line.at()).isEqualTo(Instant.parse("2026-11-23T05:26:33.686Z"));
    }

    @Test
    void startUpNotesAreNoPartOfTheStory() {
        LogLine line = LogLine.parse("2026-11-23T05:26:02.235Z INFO  lbkeeper 0.1.0 on lb1 keeps lb.example.com "
                + "(settings lb1.properties)").orElseThrow();

        assertThat(line.name()).isEmpty();
        assertThat(line.matters()).isFalse();
    }

    @Test
    void warningsAreAlwaysPartOfIt() {
        LogLine line = LogLine.parse("2026-11-23T05:26:02.235Z WARN  lb.state-dir=/x can't be written").orElseThrow();

        assertThat(line.matters()).isTrue();
        assertThat(line.tone()).isEqualTo(Tone.ALARM);
        assertThat(line.told()).isEqualTo("lb.state-dir=/x can't be written");
    }

    @Test
    void whatIsNoLogLineIsNone() {
        assertThat(LogLine.parse("java.lang.IllegalStateException: INFO  x")).isEmpty();
        assertThat(LogLine.parse("yesterday INFO  KeepRecord: all is well")).isEmpty();
        assertThat(LogLine.parse("")).isEmpty();
    }
}
