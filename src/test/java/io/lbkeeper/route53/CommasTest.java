package io.lbkeeper.route53;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommasTest {

    @Test
    void partsAreStrippedAndEmptyOnesLeftOut() {
        assertThat(Commas.split(" a, b ,,c,")).containsExactly("a", "b", "c");
        assertThat(Commas.split(null)).isEmpty();
        assertThat(Commas.split(" , ")).isEmpty();
    }

    @Test
    void aCommaInQuotesSeparatesNothing() {
        assertThat(Commas.split("\"a, b\" \"c\",\"d\"")).containsExactly("\"a, b\" \"c\"", "\"d\"");
    }

    @Test
    void anEscapedQuoteClosesNothing() {
        assertThat(Commas.split("\"a\\\", b\",c")).containsExactly("\"a\\\", b\"", "c");
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThatThrownBy(() -> Commas.split("\"a, b")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"a, b");
    }
}
