package io.lbkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.decision.OwnerText.Readable;
import io.lbkeeper.decision.OwnerText.Unreadable;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerTextTest {
    private static final OwnerRecord RECORD = new OwnerRecord("lb1", "203.0.113.10", 17, "4b1d-9",
            Duration.ofSeconds(5), Optional.empty());

    @Test
    void isWrittenAsTheDesignHasIt() {
        assertThat(OwnerText.write(RECORD))
                .isEqualTo("\"v=1 owner=lb1 address=203.0.113.10 epoch=17 nonce=4b1d-9 inter=5\"");
        OwnerRecord challenged = new OwnerRecord("lb1", "2001:db8::1", 18, "n", Duration.ofMillis(500),
                Duration.ofMillis(250), Optional.of("lb2"));
        assertThat(OwnerText.write(challenged))
                .isEqualTo("\"v=1 owner=lb1 address=2001:db8::1 epoch=18 nonce=n inter=0.5 fast=0.25 challenger=lb2\"");
    }

    @Test
    void aFastIntervalThatIsNoneIsNotWrittenAndOneThatIsMissingIsNone() {
        OwnerRecord slow = new OwnerRecord("lb1", "203.0.113.10", 17, "4b1d-9", Duration.ofSeconds(5),
                Duration.ofSeconds(6), Optional.empty());
        assertThat(slow).isEqualTo(RECORD);
        assertThat(OwnerText.write(slow)).doesNotContain("fast");
        assertThat(((Readable) OwnerText.read(OwnerText.write(slow))).owner().fast()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void keysOfALaterVersionArePassedOver() {
        assertThat(OwnerText.read("\"v=1 z=b owner=lb1 address=203.0.113.10 epoch=17 nonce=4b1d-9 inter=5 x=\\\"y\""))
                .isEqualTo(new Readable(RECORD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v=2 owner=lb1 address=203.0.113.10 epoch=1 nonce=n inter=5   | version [2], not 1
            owner=lb1 address=203.0.113.10 epoch=1 nonce=n inter=5       | no version
            v=1 address=203.0.113.10 epoch=1 nonce=n inter=5             | no owner
            v=1 owner=lb1 epoch=1 nonce=n inter=5                        | no address
            v=1 owner=lb1 address=203.0.113.10 nonce=n inter=5           | no epoch
            v=1 owner=lb1 address=203.0.113.10 epoch=1 inter=5           | no nonce
            v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce=n           | no inter
            v=1 owner=lb1 owner=lb2 address=1.2.3.4 epoch=1 nonce=n inter=5 | owner stands twice
            v=1 owner=-lb address=203.0.113.10 epoch=1 nonce=n inter=5   | owner=-lb
            v=1 owner=lb1 address=example.com epoch=1 nonce=n inter=5    | address=example.com
            v=1 owner=lb1 address=203.0.113.10 epoch=-1 nonce=n inter=5  | epoch=-1
            v=1 owner=lb1 address=203.0.113.10 epoch=9999999999999999999 nonce=n inter=5 | 9999999999999999999
            v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce= inter=5    | nonce=
            v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce=n inter=0   | inter=
            v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce=n inter=5s  | inter=5s
            v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce=n inter=5 fast=0 | fast=
            v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce=n inter=5 fast=1s | fast=1s
            v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce=n inter=5 challenger= | challenger=
            heritage=external-dns                                       | no version
            """)
    void whatIsNoOwnerRecordSaysWhatWasSeen(String text, String said) {
        assertThat(OwnerText.read('"' + text + '"')).isInstanceOfSatisfying(Unreadable.class,
                unreadable -> assertThat(unreadable.why()).contains(said).contains("[\"" + text.split(" ")[0]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``
            v=1 owner=lb1
            "v=1 owner=lb1
            "v=1" owner=lb1
            "v=1\\
            """)
    void whatIsNoTxtValueIsNotRead(String value) {
        assertThat(OwnerText.read(value)).isInstanceOf(Unreadable.class);
    }

    @Test
    void stringsAreJoinedAndEscapesUndone() {
        assertThat(TxtStrings.join("\"a\\\"b\" \t\"\\052\\\\c\"")).contains("a\"b*\\c");
        assertThat(TxtStrings.split("x".repeat(255))).isEqualTo('"' + "x".repeat(255) + '"');
        assertThat(TxtStrings.split("x".repeat(256))).isEqualTo('"' + "x".repeat(255) + "\" \"x\"");
    }

    @Test
    void aRecordThatCannotBeReadBackCannotBeMade() {
        assertThatThrownBy(() -> new OwnerRecord("l 1", "203.0.113.1", 1, "n", Duration.ofSeconds(1), Optional.empty()))
                .hasMessageContaining("owner=l 1");
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("records") OwnerRecord record) {
        String text = OwnerText.write(record);
        assertThat(OwnerText.read(text)).as(text).isEqualTo(new Readable(record));
        assertThat(text.split("\" \"")).allSatisfy(string -> assertThat(string.replace("\"", "")).hasSizeLessThan(256));
    }

    @Property
    void nothingThrowsAndNothingCutIsRead(@ForAll String value, @ForAll int at) {
        OwnerText.read(value);
        String text = OwnerText.write(RECORD);
        int cut = Math.floorMod(at, text.length());
        assertThat(OwnerText.read(text.substring(0, cut))).as(text.substring(0, cut)).isInstanceOf(Unreadable.class);
        OwnerText.read(text.substring(0, cut) + value + text.substring(cut));
    }

    @Provide
    Arbitrary<OwnerRecord> records() {
        Arbitrary<String> node = Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(63);
        Arbitrary<String> nonce = Arbitraries.strings().alpha().numeric().withChars('-').ofMinLength(1).ofMaxLength(64);
        Arbitrary<Duration> inter = Arbitraries.longs().between(1, Duration.ofDays(1).toNanos()).map(Duration::ofNanos);
        return Combinators.combine(node, Arbitraries.of("203.0.113.10", "2001:db8::1"),
                Arbitraries.longs().between(0, 999_999_999_999_999_999L), nonce, inter, inter, node.optional())
                .as(OwnerRecord::new);
    }
}
