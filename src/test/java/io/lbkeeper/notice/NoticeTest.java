package io.lbkeeper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final Instant AT = Instant.parse("2026-11-23T03:00:00.123456Z");
    private static final String HOSTILE = "It said \"<b>&\u2028\r\nBcc: all@example.com\u0000\\ \u00fc \ud83d\ude00";

    @Test
    void isAWellFormedJsonObjectWhateverItSays() throws Exception {
        JsonNode read = new ObjectMapper().readTree(notice(HOSTILE, HOSTILE, 0).json());
        assertThat(read.get("text").textValue()).isEqualTo(HOSTILE);
        assertThat(read.get("about").textValue()).isEqualTo(HOSTILE);
        assertThat(read.get("at").textValue()).isEqualTo("2026-11-23T03:00:00.123Z");
        assertThat(read.get("kind").textValue()).isEqualTo("alarm");
        assertThat(read.get("node").textValue()).isEqualTo("lb1");
        assertThat(read.get("service").textValue()).isEqualTo("lb.example.com");
        assertThat(read.get("leftOut").intValue()).isZero();
    }

    @Test
    void itsTitleIsOneShortLine() {
        assertThat(notice(HOSTILE, "x", 0).title()).isEqualTo("ALARM lb.example.com on lb1: It said \"<b>& "
                + "Bcc: all@example.com \\ \u00fc \ud83d\ude00");
        assertThat(notice("x".repeat(1000), "x", 0).title()).hasSize(153).endsWith("...");
    }

    @Test
    void slackIsGivenNoMarkUpThatIsNotOurs() throws Exception {
        String text = new ObjectMapper().readTree(notice("Refuse", "<!channel> & <https://example.com|x>", 0).slack())
                .get("text").textValue();
        assertThat(text).isEqualTo("*ALARM lb.example.com on lb1: Refuse*\n"
                + "&lt;!channel&gt; &amp; &lt;https://example.com|x&gt;");
    }

    @Test
    void saysHowOftenItWasLeftOut() {
        assertThat(notice("a", "b.", 0).text()).isEqualTo("b.");
        assertThat(notice("a", "b.", 1).text()).isEqualTo("b. (The same came up 1 time since this was told last.)");
        assertThat(notice("a", "b.", 7).letter()).startsWith("a: b. (The same came up 7 times since")
                .endsWith("\nname: lb.example.com\ntime: 2026-11-23T03:00:00.123Z\n");
    }

    @Test
    void anOverlongSentenceIsCut() {
        assertThat(notice("a", "x".repeat(100_000), 0).json()).hasSizeLessThan(4500);
    }

    private static Notice notice(String about, String sentence, int leftOut) {
        return new Notice(AT, "lb1", "lb.example.com", Notice.Kind.ALARM, about, sentence, leftOut);
    }
}
