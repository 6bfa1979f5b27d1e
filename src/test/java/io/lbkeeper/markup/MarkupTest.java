package io.lbkeeper.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void textAndValuesAreEscaped() {
        String html = new Markup().put("p", "<b>&\"'", "title", "\"><script>").toString();

        assertThat(html).isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;\"'</p>");
    }

    @Test
    void charactersThatNoPageMayHoldBecomeQuestionMarks() {
        assertThat(new Markup().put("p", "a\u0000b\u001bc\ud800d\n").toString()).isEqualTo("<p>a?b?c?d\n</p>");
    }

    @Test
    void rawTextStaysAsItIsAndCannotEndItsElement() {
        assertThat(new Markup().begin("style").raw("a > b { }").end().toString()).isEqualTo("<style>a > b { }</style>");
        assertThatThrownBy(() -> new Markup().begin("script").raw("'</script>'")).hasMessageContaining("<script>");
    }

    @Test
    void anElementThatIsNotEndedIsNoticed() {
        assertThatThrownBy(() -> new Markup().begin("p").text("x").toString()).hasMessageContaining("[p]");
    }
}
