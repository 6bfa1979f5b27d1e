package dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A client that asks for the service record as often as it can. */
final class Poller {
    static final String ONE_ADDRESS = "one address";

    private final SimpleResolver resolver;
    private final Thread thread = new Thread(this::poll, "poller of " + Writer.SERVICE);
    private final Map<String, Integer> seen = new TreeMap<>();
    private volatile boolean ended;

    Poller(Place place) {
        resolver = new SimpleResolver(new InetSocketAddress(place.address(), place.port()));
        resolver.setTimeout(Duration.ofSeconds(5));
        thread.setDaemon(true);
        thread.start();
    }

    private void poll() {
        while (!ended) {
            seen.merge(ask(), 1, Integer::sum);
        }
    }

    private String ask() {
        try {
            Message query = Message.newQuery(Record.newRecord(Name.fromString(Writer.SERVICE + "."), Type.A,
                    DClass.IN));
            query.getHeader().unsetFlag(Flags.RD);
            Message answer = resolver.send(query);
            int records = answer.getSection(Section.ANSWER).size();
            return answer.getRcode() != Rcode.NOERROR ? Rcode.string(answer.getRcode())
                    : records == 1 ? ONE_ADDRESS : records + " addresses";
        } catch (IOException failed) {
            return failed.getClass().getSimpleName();
        }
    }

    /** How often it was told what. */
    Map<String, Integer> end() throws InterruptedException {
        ended = true;
        thread.join();
        return seen;
    }
}
