package io.lbkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void aLineTellsWhenWhoAndWhat() {
        timeline(100, false).say("dns", "lb.example.com answers: 127.0.0.1");

        assertThat(shown()).isEqualTo("   4.92  dns      lb.example.com answers: 127.0.0.1\n");
    }

    @Test
    void aLongLineGoesOnUnderItsText() {
        timeline(48, false).say("lb1", Tone.STRONG, "TakeOver: lb2 owns lb.example.com, but it is gone");

        assertThat(shown()).isEqualTo("""
                   4.92  lb1      TakeOver: lb2 owns
                                  lb.example.com, but it is gone
                """);
    }

    @Test
    void coloursSayWhoSpeaksAndHowLoudOnlyWhereTheyAreWanted() {
        timeline(100, true).say("lb1", Tone.ALARM, "RefuseToMove: both are dead");
        timeline(100, false).say("lb1", Tone.ALARM, "RefuseToMove: both are dead");

        assertThat(shown()).isEqualTo("   4.92  \u001b[36mlb1    \u001b[0m  \u001b[33mRefuseToMove: both are dead"
                + "\u001b[0m\n   4.92  lb1      RefuseToMove: both are dead\n");
    }

    @Test
    void afterItHasFallenSilentItSaysNothing() {
        Timeline timeline = timeline(100, false);
        timeline.fallSilent();
        timeline.say("lb1", "ends");
        timeline.note("ends");

        assertThat(shown()).isEmpty();
    }

    @Property
    void wrappingKeepsAllWordsAndTheWidth(
            @ForAll @StringLength(max = 300) @Chars({'a', 'b', ' ', '\u2003'}) String text,
            @ForAll @IntRange(min = 20, max = 120) int width) {
        List<String> lines = Timeline.wrap(text, width);

        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        assertThat(written(String.join("", lines))).isEqualTo(written(text));
    }

    private static String written(String text) {
        StringBuilder written = new StringBuilder();
        text.codePoints().filter(point -> !Character.isWhitespace(point)).forEach(written::appendCodePoint);
        return written.toString();
    }

    private Timeline timeline(int columns, boolean coloured) {
        return new Timeline(new PrintStream(written, true, StandardCharsets.UTF_8), () -> Duration.ofMillis(4_921),
                columns, coloured);
    }

    private String shown() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
