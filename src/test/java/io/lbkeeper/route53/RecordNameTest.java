package io.lbkeeper.route53;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordNameTest {

    @Test
    void caseAndFinalDotDoNotMatter() {
        assertThat(RecordName.of("LB.Example.com")).isEqualTo(RecordName.of("lb.example.com."))
                .hasToString("lb.example.com.");
    }

    @Test
    void escapesAndTheCharactersTheyStandForAreTheSame() {
        assertThat(RecordName.of("*.example.com")).isEqualTo(RecordName.of("\\052.example.com."))
                .hasToString("\\052.example.com.");
        assertThat(RecordName.of("\\154b.example.com")).as("an escaped letter")
                .isEqualTo(RecordName.of("lb.example.com"));
        assertThat(RecordName.of("é.example.com")).hasToString("\\303\\251.example.com.");
    }

    @Test
    void anEscapedDotIsPartOfItsLabel() {
        assertThat(RecordName.of("a\\056b.example.com")).hasToString("a\\056b.example.com.")
                .isNotEqualTo(RecordName.of("a.b.example.com"));
    }

    @Test
    void whatIsNoEscapeIsABackslash() {
        assertThat(Stream.of("\\9", "\\47", "\\777", "a\\").map(RecordName::of).map(RecordName::text))
                .containsExactly("\\1349.", "\\13447.", "\\134777.", "a\\134.");
    }

    @Test
    void namesSortByLabelsFromTheRightWithTheFinalDot() {
        List<String> order = List.of("com.", "example.com.", "a.example.com.", "lb-2.example.com.",
                "x.lb-2.example.com.", "lb.example.com.", "_owner.lb.example.com.", "a.lb.example.com.",
                "lb1.example.com.", "www.example.com.", "example.net.");
        assertThat(order.stream().map(RecordName::of).sorted().map(RecordName::text)).containsExactlyElementsOf(order);
    }

    @Test
    void onlyNamesWithoutEscapesArePlain() {
        assertThat(RecordName.of("_a-1.example.com").isPlain()).isTrue();
        assertThat(RecordName.of("*.example.com").isPlain()).isFalse();
    }

    @Test
    void anEmptyNameIsRefused() {
        assertThatThrownBy(() -> RecordName.of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordName.of(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
