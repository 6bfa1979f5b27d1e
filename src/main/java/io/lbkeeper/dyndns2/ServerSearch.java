package io.lbkeeper.dyndns2;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The name servers of a zone: those that were set, or those that this machine's resolver knows of. */
final class ServerSearch {
    private static final Duration AGE = Duration.ofMinutes(10);

    private final List<String> set;
    private List<String> found = List.of();
    private long foundNanos;

    ServerSearch(List<String> set) {
        this.set = List.copyOf(set);
    }

    /** Empty where the resolver tells none. */
    synchronized List<String> servers(String name, Duration timeout) {
        if (!set.isEmpty()) {
            return set;
        }
        if (found.isEmpty() || System.nanoTime() - foundNanos > AGE.toNanos()) {
            List<String> now = search(name, timeout);
            // What was known is better than nothing.
            found = now.isEmpty() ? found : now;
            foundNanos = System.nanoTime();
        }
        return found;
    }

    /** The nearest name at which some stand, from this one up, is the zone's. */
    private static List<String> search(String name, Duration timeout) {
        for (InetSocketAddress resolver : ResolverConfig.getCurrentConfig().servers()) {
            try {
                for (String zone = name; zone.contains("."); zone = zone.substring(zone.indexOf('.') + 1)) {
                    List<String> servers = ask(resolver, zone, timeout);
                    if (!servers.isEmpty()) {
                        return servers;
                    }
                }
            } catch (IOException silent) {
                // The machine has others, or none that answers: then nothing is found.
            }
        }
        return List.of();
    }

    private static List<String> ask(InetSocketAddress resolver, String zone, Duration timeout) throws IOException {
        SimpleResolver asked = new SimpleResolver(resolver);
        asked.setTimeout(timeout);
        return asked.send(Message.newQuery(Record.newRecord(Name.fromString(zone + "."), Type.NS, DClass.IN)))
                .getSection(Section.ANSWER).stream().filter(NSRecord.class::isInstance)
                .map(record -> ((NSRecord) record).getTarget().toString(true)).sorted().toList();
    }
}
