package io.lbkeeper.rehearsal.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordType;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** The rules of RFC 2136, section 3, one by one. */
class UpdateServerTest {
    private static final Name APEX = name("example.com.");
    private static final Name LB = name("lb.example.com.");

    private final HostedZone zone = HostedZone.create("Z1", "example.com");
    private final UpdateServer server = new UpdateServer(name("ns.example.com."));

    @Test
    void aNameThatIsThereIsAnsweredWithAuthority() {
        send(update -> update.add(record("lb 60 A 203.0.113.1")));

        Message answer = ask(LB, Type.A);
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getSection(Section.ANSWER)).extracting(Record::toString)
                .containsExactly("lb.example.com.\t\t60\tIN\tA\t203.0.113.1");
        assertThat(ask(LB, Type.AAAA).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask(name("x.example.com."), Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask(name("example.org."), Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void anAliasIsToldWhateverIsAskedForAndNeverFollowed() {
        send(update -> update.add(record("lb 60 CNAME lb1.example.com.")));
        send(update -> update.add(record("lb1 60 A 203.0.113.1")));

        assertThat(ask(LB, Type.A).getSection(Section.ANSWER)).singleElement()
                .satisfies(record -> assertThat(record.getType()).isEqualTo(Type.CNAME));
    }

    @Test
    void aSwapIsOneUpdate() {
        send(update -> update.add(record("lb 60 A 203.0.113.1")));
        Consumer<Update> swap = update -> {
            update.present(record("lb 0 A 203.0.113.1"));
            update.delete(LB, Type.A);
            update.add(record("lb 60 A 203.0.113.2"));
        };

        assertThat(send(swap)).isEqualTo(Rcode.NOERROR);
        assertThat(addresses()).containsExactly("203.0.113.2");
        assertThat(send(swap)).as("the same again comes too late").isEqualTo(Rcode.NXRRSET);
    }

    @Test
    void oneThingThatIsNotAllowedHindersAllOfIt() {
        assertThat(send(update -> {
            update.add(record("lb 60 A 203.0.113.1"));
            update.add(outside());
        })).isEqualTo(Rcode.NOTZONE);
        assertThat(addresses()).isEmpty();
    }

    @Test
    void theSerialGrowsWithEachChangeAndNeverWithoutOne() {
        long first = serial();
        assertThat(serial()).isEqualTo(first);
        send(update -> update.add(record("lb 60 A 203.0.113.1")));
        assertThat(serial()).isEqualTo(first + 1);
        send(update -> update.add(record("lb 60 A 203.0.113.1")));
        assertThat(serial()).as("an update that changes nothing").isEqualTo(first + 1);
    }

    @Test
    void anAliasAndOtherRecordsAreNeverAtOneName() {
        send(update -> update.add(record("lb 60 CNAME lb1.example.com.")));
        assertThat(send(update -> update.add(record("lb 60 A 203.0.113.1")))).isEqualTo(Rcode.NOERROR);
        assertThat(zone.find("lb.example.com.", RecordType.A))
                .as("it is passed over without a word: RFC 2136, 3.4.2.2").isEmpty();
    }

    @Test
    void theApexKeepsItsNameServers() {
        assertThat(send(update -> update.delete(APEX, Type.NS))).isEqualTo(Rcode.NOERROR);
        assertThat(send(update -> update.delete(APEX))).isEqualTo(Rcode.NOERROR);
        assertThat(ask(APEX, Type.NS).getSection(Section.ANSWER)).hasSize(4);
    }

    @Test
    void oneOfSeveralRecordsCanGo() {
        send(update -> {
            update.add(record("lb 60 A 203.0.113.1"));
            update.add(record("lb 60 A 203.0.113.2"));
        });
        assertThat(send(update -> update.present(record("lb 0 A 203.0.113.1"))))
                .as("a prerequisite is about all records of the set").isEqualTo(Rcode.NXRRSET);
        send(update -> update.delete(record("lb 0 A 203.0.113.1")));
        assertThat(addresses()).containsExactly("203.0.113.2");
    }

    static Stream<Arguments> prerequisites() {
        return Stream.of(
                Arguments.of("a name in use", Rcode.NXDOMAIN, (Consumer<Update>) update ->
                        update.present(name("x.example.com."))),
                Arguments.of("a set that exists", Rcode.NXRRSET, (Consumer<Update>) update ->
                        update.present(LB, Type.AAAA)),
                Arguments.of("a set of this value", Rcode.NXRRSET, (Consumer<Update>) update ->
                        update.present(record("lb 0 A 203.0.113.9"))),
                Arguments.of("a name not in use", Rcode.YXDOMAIN, (Consumer<Update>) update -> update.absent(LB)),
                Arguments.of("a set that does not exist", Rcode.YXRRSET, (Consumer<Update>) update ->
                        update.absent(LB, Type.A)),
                Arguments.of("a name elsewhere", Rcode.NOTZONE, (Consumer<Update>) update ->
                        update.absent(name("lb.example.org."), Type.A)),
                Arguments.of("a value with a TTL", Rcode.FORMERR, (Consumer<Update>) update ->
                        update.addRecord(record("lb 60 A 203.0.113.1"), Section.PREREQ)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("prerequisites")
    void whereOneIsNotMetNothingIsChanged(String what, int code, Consumer<Update> prerequisite) {
        send(update -> update.add(record("lb 60 A 203.0.113.1")));

        int answered = send(update -> {
            prerequisite.accept(update);
            update.add(record("lb 60 A 203.0.113.2"));
        });

        assertThat(Rcode.string(answered)).as(what).isEqualTo(Rcode.string(code));
        assertThat(addresses()).containsExactly("203.0.113.1");
    }

    @Test
    void anotherZoneIsNotItsOwn() {
        Update update = new Update(name("example.org."));
        update.add(record("lb 60 A 203.0.113.1"));
        assertThat(server.answer(update, zone).getRcode()).isEqualTo(Rcode.NOTAUTH);
    }

    @Test
    void whatIsNeitherQueryNorUpdateIsNotDone() {
        Message notify = Message.newQuery(Record.newRecord(APEX, Type.SOA, DClass.IN));
        notify.getHeader().setOpcode(Opcode.NOTIFY);
        assertThat(server.answer(notify, zone).getRcode()).isEqualTo(Rcode.NOTIMP);
        assertThat(server.answer(new Message(), zone).getRcode()).isEqualTo(Rcode.FORMERR);
    }


    private int send(Consumer<Update> filling) {
        Update update = new Update(APEX);
        filling.accept(update);
        return server.answer(update, zone).getRcode();
    }

    private Message ask(Name name, int type) {
        return server.answer(Message.newQuery(Record.newRecord(name, type, DClass.IN)), zone);
    }

    private List<String> addresses() {
        return ask(LB, Type.A).getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
    }

    private long serial() {
        return ((SOARecord) ask(APEX, Type.SOA).getSection(Section.ANSWER).get(0)).getSerial();
    }

    private static Record record(String line) {
        String[] parts = line.split(" ", 4);
        try {
            return Record.fromString(Name.concatenate(Name.fromString(parts[0]), APEX), Type.value(parts[2]),
                    DClass.IN, Long.parseLong(parts[1]), parts[3], APEX);
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static Record outside() {
        return Record.newRecord(name("lb.example.org."), Type.A, DClass.IN, 60, new byte[] {(byte) 203, 0, 113, 1});
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
