package io.lbkeeper.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Asks the DNS server itself, as dig does, with no cache between. */
final class Lookup {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Pattern FIELD = Pattern.compile("(owner|epoch)=(\\S+)");

    private final SimpleResolver resolver;

    Lookup(String address, int port) {
        resolver = new SimpleResolver(new InetSocketAddress(address, port));
        resolver.setTimeout(TIMEOUT);
    }

    /** The service name, and who owns it. */
    NameState service() {
        try {
            List<ARecord> before = addresses(Configuration.SERVICE);
            List<TXTRecord> claims = ask("_owner." + Configuration.SERVICE, Type.TXT, TXTRecord.class);
            List<ARecord> after = addresses(Configuration.SERVICE);
            // Both records change at once, and two questions may fall on either side of that.
            return before.equals(after) ? state(after, claims) : service();
        } catch (IOException e) {
            return NameState.unanswered(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** The addresses of one name; empty where it does not exist. */
    List<String> addressesOf(String name) throws IOException {
        return addresses(name).stream().map(record -> record.getAddress().getHostAddress()).toList();
    }

    private List<ARecord> addresses(String name) throws IOException {
        return ask(name, Type.A, ARecord.class);
    }

    private static NameState state(List<ARecord> addresses, List<TXTRecord> claims) {
        String owner = "";
        String epoch = "";
        Matcher field = FIELD.matcher(claims.isEmpty() ? "" : String.join("", claims.get(0).getStrings()));
        while (field.find()) {
            owner = field.group(1).equals("owner") ? field.group(2) : owner;
            epoch = field.group(1).equals("epoch") ? field.group(2) : epoch;
        }
        return new NameState(addresses.stream().map(record -> record.getAddress().getHostAddress()).toList(),
                addresses.isEmpty() ? 0 : addresses.get(0).getTTL(), owner, epoch, "");
    }

    private <T extends Record> List<T> ask(String name, int type, Class<T> kind) throws IOException {
        Record question = Record.newRecord(Name.fromString(name + "."), type, DClass.IN);
        Message answer = resolver.send(Message.newQuery(question));
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            throw new IOException("DNS answers " + Rcode.string(code) + " for " + name);
        }
        return answer.getSection(Section.ANSWER).stream().filter(kind::isInstance).map(kind::cast).sorted().toList();
    }
}
