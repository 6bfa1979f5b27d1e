package io.lbkeeper.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Update;

/** What an update says, section by section. */
class RecordChangeTest {
    private static final Name ZONE = Name.fromConstantString("example.com.");

    private static Update swap(String expected, String desired) {
        return RecordChange.swap(ZONE, RecordText.sets(expected, ZONE, "E"), RecordText.sets(desired, ZONE, "D"));
    }

    private static List<String> lines(Update update, int section) {
        return update.getSection(section).stream().map(Record::toString).map(text -> text.replaceAll("\\s+", " ")
                .strip()).toList();
    }

    @Test
    void aSwapExpectsEachValueAndNoCname() {
        Update update = swap("lb 60 A 192.0.2.1\nlb 60 A 192.0.2.2", "lb 30 A 192.0.2.3");
        assertThat(lines(update, Section.PREREQ)).containsExactly("lb.example.com. 0 IN A 192.0.2.1",
                "lb.example.com. 0 IN A 192.0.2.2", "lb.example.com. 0 NONE CNAME");
        assertThat(lines(update, Section.UPDATE)).containsExactly("lb.example.com. 0 ANY A",
                "lb.example.com. 30 IN A 192.0.2.3");
    }

    @Test
    void whatIsNotExpectedMustNotBeThere() {
        Update update = swap("", "lb 60 A 192.0.2.1\n_owner.lb 60 TXT \"x\"");
        assertThat(lines(update, Section.PREREQ)).containsExactly("lb.example.com. 0 NONE A",
                "_owner.lb.example.com. 0 NONE TXT", "lb.example.com. 0 NONE CNAME",
                "_owner.lb.example.com. 0 NONE CNAME");
        assertThat(lines(update, Section.UPDATE)).containsExactly("lb.example.com. 60 IN A 192.0.2.1",
                "_owner.lb.example.com. 60 IN TXT \"x\"");
    }

    @Test
    void anotherTypeAtTheNameIsAnotherSet() {
        Update update = swap("lb 60 A 192.0.2.1", "LB 60 AAAA 2001:db8::1");
        assertThat(lines(update, Section.PREREQ)).contains("LB.example.com. 0 NONE AAAA");
        assertThat(lines(update, Section.UPDATE)).containsExactly("lb.example.com. 0 ANY A",
                "LB.example.com. 60 IN AAAA 2001:db8:0:0:0:0:0:1");
    }

    @Test
    void aReplacementExpectsNoCnameOnly() {
        Update update = RecordChange.replace(ZONE, RecordText.sets("lb1 60 A 192.0.2.1", ZONE, "D"));
        assertThat(lines(update, Section.PREREQ)).containsExactly("lb1.example.com. 0 NONE CNAME");
        assertThat(lines(update, Section.UPDATE)).containsExactly("lb1.example.com. 0 ANY A",
                "lb1.example.com. 60 IN A 192.0.2.1");
    }

    @Test
    void aLineThatIsNoRecordIsShown() {
        assertThatThrownBy(() -> swap("", "lb A 192.0.2.1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the header D has the line \"lb A 192.0.2.1\"");
        assertThatThrownBy(() -> swap("", "lb 60 A 192.0.2.256")).isInstanceOf(IllegalArgumentException.class);
    }
}
