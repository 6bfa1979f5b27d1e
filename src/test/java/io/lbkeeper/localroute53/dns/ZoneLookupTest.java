package io.lbkeeper.localroute53.dns;

import static io.lbkeeper.localroute53.zone.RecordType.A;
import static io.lbkeeper.localroute53.zone.RecordType.AAAA;
import static io.lbkeeper.localroute53.zone.RecordType.CNAME;
import static io.lbkeeper.localroute53.zone.RecordType.TXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.account.ZoneStory;
import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What a zone answers. Each answer is written as rcode, flags and records, so that a test reads like dig. */
class ZoneLookupTest extends ZoneStory {
    private static final String SOA = "example.com. 900 SOA ns-1.local-route53.test. hostmaster.local-route53.test."
            + " 1 7200 900 1209600 86400";

    private void create(ResourceRecordSet... sets) throws Refusal {
        zone.change(Stream.of(sets).map(RecordChange::create).toList());
    }

    private Message ask(Message query, HostedZone... more) throws IOException {
        List<HostedZone> zones = Stream.concat(Stream.of(zone),
                Stream.of(more)).toList();
        return new Message(new DnsResponder(new ZoneCatalog(zones), new Random())
                .overTcp(query.toWire()).orElseThrow());
    }

    private Message ask(String name, int type) throws IOException {
        return ask(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
    }

    private List<String> lines(String name, int type, int section) throws IOException {
        return ask(name, type).getSection(section).stream().map(ZoneLookupTest::line).toList();
    }

    private List<String> answer(String name, int type) throws IOException {
        return lines(name, type, Section.ANSWER);
    }

    private static String line(Record record) {
        return record.getName() + " " + record.getTTL() + " " + Type.string(record.getType()) + " "
                + record.rdataToString();
    }

    private void assertNegative(String name, int type, int rcode) throws IOException {
        Message answer = ask(name, type);
        assertThat(Rcode.string(answer.getRcode())).as("%s %s", name, Type.string(type)).isEqualTo(Rcode.string(rcode));
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
        assertThat(answer.getSection(Section.AUTHORITY)).extracting(ZoneLookupTest::line).containsExactly(SOA);
    }

    @Test
    void recordsOfEachTypeAreAnswered() throws Exception {
        create(a("lb.example.com", "192.0.2.1", "192.0.2.2"), set("lb.example.com", AAAA, "2001:db8::1"),
                set("lb.example.com", TXT, "\"a\" \"\\303\\251\""),
                set("lb.example.com", RecordType.MX, "10 m.example.com"),
                set("lb.example.com", RecordType.CAA, "0 issue \"ca.example.net\""));
        assertThat(answer("lb.example.com.", Type.A)).containsExactly("lb.example.com. 60 A 192.0.2.1",
                "lb.example.com. 60 A 192.0.2.2");
        assertThat(answer("lb.example.com.", Type.AAAA))
                .containsExactly("lb.example.com. 60 AAAA 2001:db8:0:0:0:0:0:1");
        assertThat(answer("lb.example.com.", Type.TXT)).containsExactly("lb.example.com. 60 TXT \"a\" \"\\195\\169\"");
        assertThat(answer("lb.example.com.", Type.MX)).containsExactly("lb.example.com. 60 MX 10 m.example.com.");
        assertThat(answer("lb.example.com.", Type.CAA)).containsExactly(
                "lb.example.com. 60 CAA 0 issue \"ca.example.net\"");
        assertThat(answer("example.com.", Type.SOA)).containsExactly(SOA);
        assertThat(answer("example.com.", Type.NS)).hasSize(4).first().asString()
                .isEqualTo("example.com. 172800 NS ns-1.local-route53.test.");
        assertThat(answer("lb.example.com.", Type.ANY)).as("a minimal answer to ANY").hasSize(2);
    }

    @Test
    void noSuchNameIsNotNoSuchData() throws Exception {
        create(a("a.b.example.com", "192.0.2.1"), a("exam.example.com", "192.0.2.1"));
        assertNegative("a.b.example.com.", Type.AAAA, Rcode.NOERROR);
        assertNegative("b.example.com.", Type.A, Rcode.NOERROR);
        assertNegative("example.com.", Type.A, Rcode.NOERROR);
        assertNegative("c.example.com.", Type.A, Rcode.NXDOMAIN);
        assertNegative("x.a.b.example.com.", Type.A, Rcode.NXDOMAIN);
        assertNegative("ex.example.com.", Type.A, Rcode.NXDOMAIN);
        assertNegative("b.example.com.", Type.ANY, Rcode.NOERROR);
    }

    @Test
    void negativeAnswersLiveForTheLesserOfTtlAndMinimum() throws Exception {
        ResourceRecordSet soa = zone.find("example.com", RecordType.SOA).get();
        zone.change(List.of(RecordChange.delete(soa), RecordChange.create(ResourceRecordSet.simple("example.com",
                RecordType.SOA, Duration.ofSeconds(900), soa.values().get(0).replace("86400", "30")))));
        assertThat(lines("c.example.com.", Type.A, Section.AUTHORITY).get(0)).startsWith("example.com. 30 SOA ");
    }

    @Test
    void aCnameIsFollowedInsideTheZone() throws Exception {
        create(set("www.example.com", CNAME, "LB.example.com"), a("lb.example.com", "192.0.2.1"),
                set("out.example.com", CNAME, "www.example.org"), set("gone.example.com", CNAME, "none.example.com"),
                set("one.example.com", CNAME, "two.example.com"), set("two.example.com", CNAME, "one.example.com"));
        assertThat(answer("www.example.com.", Type.A)).containsExactly("www.example.com. 60 CNAME LB.example.com.",
                "LB.example.com. 60 A 192.0.2.1");
        assertThat(answer("www.example.com.", Type.CNAME)).hasSize(1);
        assertThat(answer("out.example.com.", Type.A)).containsExactly("out.example.com. 60 CNAME www.example.org.");
        assertThat(ask("gone.example.com.", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(lines("gone.example.com.", Type.A, Section.AUTHORITY)).containsExactly(SOA);
        assertThat(lines("www.example.com.", Type.TXT, Section.AUTHORITY)).containsExactly(SOA);
        assertThat(answer("one.example.com.", Type.A)).as("a loop ends where it began").containsExactly(
                "one.example.com. 60 CNAME two.example.com.", "two.example.com. 60 CNAME one.example.com.");
    }

    @Test
    void aWildcardAnswersForNamesThatDoNotExist() throws Exception {
        create(a("*.example.com", "192.0.2.9"), a("there.example.com", "192.0.2.1"),
                a("x.deep.example.com", "192.0.2.2"),
                set("*.c.example.com", CNAME, "there.example.com"));
        assertThat(answer("new.example.com.", Type.A)).containsExactly("new.example.com. 60 A 192.0.2.9");
        assertThat(answer("a.b.example.com.", Type.A)).containsExactly("a.b.example.com. 60 A 192.0.2.9");
        assertThat(answer("there.example.com.", Type.A)).containsExactly("there.example.com. 60 A 192.0.2.1");
        assertNegative("there.example.com.", Type.TXT, Rcode.NOERROR);
        assertNegative("new.example.com.", Type.TXT, Rcode.NOERROR);
        assertNegative("y.deep.example.com.", Type.A, Rcode.NXDOMAIN);
        assertNegative("deep.example.com.", Type.A, Rcode.NOERROR);
        assertThat(answer("*.example.com.", Type.A)).containsExactly("*.example.com. 60 A 192.0.2.9");
        assertThat(answer("q.c.example.com.", Type.A)).containsExactly("q.c.example.com. 60 CNAME there.example.com.",
                "there.example.com. 60 A 192.0.2.1");
    }

    @Test
    void anAliasIsAnsweredWithItsTargetsData() throws Exception {
        create(ResourceRecordSet.simple("t.example.com", A, Duration.ofSeconds(17), "192.0.2.7"),
                ResourceRecordSet.alias("example.com", A, new AliasTarget("ZEXAMPLE", "t.example.com", false)),
                ResourceRecordSet.alias("again.example.com", A, new AliasTarget("ZEXAMPLE", "example.com", false)));
        assertThat(answer("example.com.", Type.A)).containsExactly("example.com. 17 A 192.0.2.7");
        assertThat(answer("again.example.com.", Type.A)).containsExactly("again.example.com. 17 A 192.0.2.7");
    }

    @Test
    void aDelegatedNameIsReferred() throws Exception {
        create(set("sub.example.com", RecordType.NS, "ns.sub.example.com"), a("ns.sub.example.com", "192.0.2.53"));
        Message answer = ask("x.sub.example.com.", Type.A);
        assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
        assertThat(lines("x.sub.example.com.", Type.A, Section.AUTHORITY)).containsExactly(
                "sub.example.com. 60 NS ns.sub.example.com.");
        assertThat(lines("x.sub.example.com.", Type.A, Section.ADDITIONAL)).containsExactly(
                "ns.sub.example.com. 60 A 192.0.2.53");
        assertNegative("sub.example.com.", Type.DS, Rcode.NOERROR);
    }

    @Test
    void theCaseOfTheQuestionIsKept() throws Exception {
        create(a("lb.example.com", "192.0.2.1"));
        Message answer = ask("lB.exAMple.COM.", Type.A);
        assertThat(answer.getQuestion().getName()).hasToString("lB.exAMple.COM.");
        assertThat(answer.getSection(Section.ANSWER).get(0).getName()).hasToString("lB.exAMple.COM.");
    }

    @Test
    void theZoneWithTheLongestNameAnswers() throws Exception {
        HostedZone inner = HostedZone.create("ZINNER", "in.example.com");
        Message query = Message.newQuery(Record.newRecord(Name.fromString("x.in.example.com."), Type.A, DClass.IN));
        assertThat(ask(query, inner).getSection(Section.AUTHORITY).get(0).getName()).hasToString("in.example.com.");
    }

    /** RFC 4035, section 3.1.4.1: the DS record stands on the parent's side of the cut. */
    @Test
    void theParentIsAskedForDs() throws Exception {
        HostedZone inner = HostedZone.create("ZINNER", "in.example.com");
        create(set("in.example.com", RecordType.NS, "ns.in.example.com"),
                set("in.example.com", RecordType.DS, "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118"));
        Message query = Message.newQuery(Record.newRecord(Name.fromString("in.example.com."), Type.DS, DClass.IN));
        assertThat(ask(query, inner).getSection(Section.ANSWER)).hasSize(1);
        Message orphan = Message.newQuery(Record.newRecord(Name.fromString("example.com."), Type.DS, DClass.IN));
        assertThat(ask(orphan).getSection(Section.AUTHORITY)).extracting(ZoneLookupTest::line).containsExactly(SOA);
    }

    @Test
    void anEdnsVersionThatIsUnknownIsTold() throws Exception {
        Message query = Message.newQuery(Record.newRecord(Name.fromString("example.com."), Type.SOA, DClass.IN));
        query.addRecord(new OPTRecord(1232, 0, 1, ExtendedFlags.DO), Section.ADDITIONAL);
        Message answer = ask(query);
        assertThat(answer.getRcode()).isEqualTo(Rcode.BADVERS);
        assertThat(answer.getOPT().getVersion()).isZero();
    }

    @Test
    void namesWithEveryOctetAreFound() throws Exception {
        create(a("a\\001\\056b@.example.com", "192.0.2.1"));
        assertThat(answer("a\\001\\.b@.example.com.", Type.A)).hasSize(1);
    }
}
