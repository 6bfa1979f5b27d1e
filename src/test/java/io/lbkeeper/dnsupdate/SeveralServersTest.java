package io.lbkeeper.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Update;

/** Which of several servers is asked, and when the next one is. */
class SeveralServersTest {
    private static final Name ZONE = Name.fromConstantString("example.com.");
    private static final Duration TIME = Duration.ofSeconds(5);
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<String> updated = new ArrayList<>();
    private final List<String> read = new ArrayList<>();

    /** A server: its serial, what it says to updates, and why it can't be asked, if so. */
    private record Place(long serial, int code, DnsFailureKind failure) {
    }

    private final DnsTransport transport = new DnsTransport() {
        @Override
        public List<Reply> ask(List<Question> questions, Duration deadline) {
            return questions.stream().map(question -> reply(question.message(), question.server())).toList();
        }

        @Override
        public String originalServer(Name zone, Duration deadline) {
            return "a";
        }
    };

    private DnsTransport.Reply reply(Message ask, String server) {
        Place place = places.get(server);
        boolean isUpdate = ask.getHeader().getOpcode() == Opcode.UPDATE;
        (isUpdate ? updated : read).add(server);
        if (place.failure() != null) {
            return new DnsTransport.Reply.Failed(new DnsUpdateException(place.failure(), server + " failed"));
        }
        Message answer = new Message(ask.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.addRecord(ask.getQuestion(), Section.QUESTION);
        answer.getHeader().setRcode(isUpdate ? place.code() : Rcode.NOERROR);
        if (!isUpdate) {
            answer.addRecord(new SOARecord(ZONE, DClass.IN, 60, ZONE, ZONE, place.serial(), 1, 1, 1, 1),
                    Section.ANSWER);
        }
        return new DnsTransport.Reply.Told(answer, false);
    }

    private Zone zone() {
        return new Zone(ZONE, List.copyOf(places.keySet()), transport);
    }

    private void server(String name, long serial, int code) {
        places.put(name, new Place(serial, code, null));
    }

    private void failing(String name, DnsFailureKind kind) {
        places.put(name, new Place(0, 0, kind));
    }

    @Test
    void theNewestCopyIsAskedFirstAndSerialsGoRound() throws IOException {
        server("old", 4_294_967_295L, Rcode.NOERROR);
        server("new", 3, Rcode.NOERROR);
        assertThat(zone().soa(TIME).server()).isEqualTo("new");
    }

    @Test
    void whoTookTheLastUpdateGoesBeforeOthersOfTheSameSerial() throws IOException {
        server("a", 5, Rcode.NOTAUTH);
        server("b", 5, Rcode.NOERROR);
        Zone zone = zone();
        assertThat(zone.change(new Update(ZONE), TIME).server()).isEqualTo("b");
        assertThat(zone.change(new Update(ZONE), TIME).server()).isEqualTo("b");
        assertThat(updated).containsExactly("a", "b", "b");
    }

    @Test
    void whenAllIsWellTheServersAreChosenOnce() throws IOException {
        server("a", 5, Rcode.NOERROR);
        server("b", 5, Rcode.NOERROR);
        Zone zone = zone();
        zone.soa(TIME);
        zone.soa(TIME);
        assertThat(read).containsExactly("a", "b", "a", "a");
    }

    @ParameterizedTest
    @CsvSource({"NOTAUTH", "REFUSED", "NOTIMP"})
    void anUpdateGoesOnToTheNextAfterARefusalThatSaysNotMe(String code) throws IOException {
        server("a", 6, Rcode.value(code));
        server("b", 5, Rcode.NOERROR);
        assertThat(zone().change(new Update(ZONE), TIME).server()).isEqualTo("b");
    }

    @Test
    void anUpdateGoesOnToTheNextWhereNobodyWasThere() throws IOException {
        failing("a", DnsFailureKind.UNREACHABLE);
        server("b", 5, Rcode.NOERROR);
        assertThat(zone().change(new Update(ZONE), TIME).server()).isEqualTo("b");
    }

    /** It may have been applied: a second server must not be told to do it again. */
    @ParameterizedTest
    @EnumSource(value = DnsFailureKind.class, names = {"NO_ANSWER", "SERVER_FAILURE", "BAD_TIME", "LOST_RACE"})
    void noOtherIsAskedAfterAnyOtherAnswerOrNone(DnsFailureKind kind) {
        failing("a", kind);
        failing("b", kind);
        DnsUpdateException failure = catchThrowableOfType(DnsUpdateException.class,
                () -> zone().change(new Update(ZONE), TIME));
        assertThat(failure.getKind()).isEqualTo(kind);
        assertThat(updated).containsExactly("a");
    }

    @Test
    void readsAreServedByTheNextWhateverTheFirstDoes() throws IOException {
        failing("a", DnsFailureKind.NO_ANSWER);
        server("b", 5, Rcode.NOTAUTH);
        Zone zone = zone();
        assertThat(zone.soa(TIME).server()).isEqualTo("b");
        DnsUpdateException failure = catchThrowableOfType(DnsUpdateException.class,
                () -> zone.change(new Update(ZONE), TIME));
        assertThat(failure).as("a copy takes no update, and the first is silent").hasMessageContaining("a failed")
                .hasMessageContaining("before that, b: NOTAUTH");
        assertThat(failure.isLostRace()).isFalse();
    }

    @Test
    void aFailureMakesItChooseAnew() throws IOException {
        server("a", 6, Rcode.NOERROR);
        server("b", 5, Rcode.NOERROR);
        Zone zone = zone();
        zone.soa(TIME);
        failing("a", DnsFailureKind.NO_ANSWER);
        assertThat(zone.soa(TIME).server()).isEqualTo("b");
        server("a", 7, Rcode.NOERROR);
        assertThat(zone.soa(TIME).server()).isEqualTo("a");
    }
}
