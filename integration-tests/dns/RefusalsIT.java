package dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** What each server says to an update that it does not take: the table of the page on name servers is from here. */
@Timeout(60)
class RefusalsIT {
    private static final TsigKey STRANGE = new TsigKey("stranger", TsigKey.LBKEEPER.algorithm(),
            TsigKey.LBKEEPER.secret());
    private static final TsigKey WRONG = new TsigKey(TsigKey.LBKEEPER.name(), TsigKey.LBKEEPER.algorithm(),
            "d3Jvbmc=");
    private static final String RECORD = "lb.example.com. 60 A 192.0.2.1";

    @TempDir
    private Path folder;

    @Test
    void bindSaysWhy() throws Exception {
        assertSays(new Bind(folder, Place.beside(), Zone.primary()), List.of(
                "no key: REFUSED",
                "unknown key: NOTAUTH BADKEY",
                "other secret: NOTAUTH BADSIG",
                "clock 10 min behind: NOTAUTH BADTIME",
                "other zone: NOTAUTH",
                "name outside: NOTZONE",
                "not granted: REFUSED"));
    }

    @Test
    void knotSaysWhy() throws Exception {
        assertSays(new Knot(folder, Place.beside(), Zone.primary()), List.of(
                "no key: NOTAUTH",
                "unknown key: NOTAUTH BADKEY",
                "other secret: NOTAUTH BADSIG",
                "clock 10 min behind: NOTAUTH BADTIME",
                "other zone: NOTAUTH",
                "name outside: NOTAUTH BADKEY",
                "not granted: NOTAUTH BADKEY"));
    }

    @Test
    void powerdnsSaysWhy() throws Exception {
        assertSays(new Powerdns(folder, Place.beside(), Zone.primary()), List.of(
                "no key: SERVFAIL",
                "unknown key: REFUSED",
                "other secret: REFUSED",
                "clock 10 min behind: REFUSED",
                "other zone: NOTAUTH",
                "name outside: NOTZONE",
                "not granted: SERVFAIL"));
    }

    private static void assertSays(NameServerProcess server, List<String> expected) throws Exception {
        try (server) {
            server.start();
            List<String> said = List.of(
                    "no key: " + ask(server, null, Duration.ZERO, Zone.NAME, RECORD),
                    "unknown key: " + ask(server, STRANGE, Duration.ZERO, Zone.NAME, RECORD),
                    "other secret: " + ask(server, WRONG, Duration.ZERO, Zone.NAME, RECORD),
                    "clock 10 min behind: " + ask(server, server.key(), Duration.ofMinutes(-10), Zone.NAME, RECORD),
                    "other zone: " + ask(server, server.key(), Duration.ZERO, "example.org",
                            "lb.example.org. 60 A 192.0.2.1"),
                    "name outside: " + ask(server, server.key(), Duration.ZERO, Zone.NAME,
                            "lb.example.org. 60 A 192.0.2.1"),
                    "not granted: " + ask(server, server.key(), Duration.ZERO, Zone.NAME,
                            "www.example.com. 60 A 192.0.2.1"));
            assertThat(server.ask("lb.example.com", "A")).as("what none of them may have written; %s", server.story())
                    .isEmpty();
            assertThat(said).as(server.story()).isEqualTo(expected);
        }
    }

    /** The code of the answer, and that of the signature's own record where it has one. */
    private static String ask(NameServerProcess server, TsigKey key, Duration clockAhead, String zone, String line)
            throws Exception {
        String[] words = line.split(" ");
        Update update = new Update(Name.fromString(zone + "."));
        update.add(Record.fromString(Name.fromString(words[0]), Type.A, DClass.IN, Long.parseLong(words[1]), words[3],
                Name.root));
        SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(server.place().address(),
                server.place().port()));
        resolver.setTimeout(Duration.ofSeconds(5));
        if (key != null) {
            resolver.setTSIGKey(new TSIG(Name.fromString(key.algorithm() + "."), Name.fromString(key.name() + "."),
                    new SecretKeySpec(Base64.getDecoder().decode(key.secret()), "HmacSHA256"),
                    Clock.offset(Clock.systemUTC(), clockAhead)));
        }
        Message answer = resolver.send(update);
        TSIGRecord signature = answer.getTSIG();
        return Rcode.string(answer.getRcode()) + (signature == null || signature.getError() == Rcode.NOERROR ? ""
                : " " + Rcode.TSIGstring(signature.getError()));
    }
}
