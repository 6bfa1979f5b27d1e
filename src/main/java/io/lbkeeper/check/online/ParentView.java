package io.lbkeeper.check.online;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks resolvers for the name servers of a zone, one after the other until one has an answer. */
final class ParentView {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    /** A lost packet is no silence. */
    private static final int TRIES = 2;
    private static final int MOST_RESOLVERS = 3;

    private final List<InetSocketAddress> resolvers;

    ParentView(List<InetSocketAddress> resolvers) {
        this.resolvers = resolvers.stream().limit(MOST_RESOLVERS).toList();
    }

    /** By the resolvers that the system uses. */
    static ParentView ofTheSystem() {
        return new ParentView(ResolverConfig.getCurrentConfig().servers());
    }

    Delegation of(String zone) {
        List<String> troubles = new ArrayList<>();
        for (InetSocketAddress resolver : resolvers) {
            for (int i = 0; i < TRIES; i++) {
                try {
                    Delegation told = judge(zone, ask(zone, resolver));
                    if (!(told instanceof Delegation.Unknown unknown)) {
                        return told;
                    }
                    troubles.add(resolver.getAddress().getHostAddress() + ": " + unknown.why());
                    break;
                } catch (IOException e) {
                    troubles.add(resolver.getHostString() + " port " + resolver.getPort() + ": "
                            + (e.getMessage() == null ? e.toString() : e.getMessage()));
                }
            }
        }
        return new Delegation.Unknown(troubles.isEmpty() ? "this machine has no resolver"
                : troubles.stream().distinct().collect(Collectors.joining("; ")));
    }

    private static Message ask(String zone, InetSocketAddress resolver) throws IOException {
        SimpleResolver asked = new SimpleResolver(resolver);
        asked.setTimeout(TIMEOUT);
        return asked.send(Message.newQuery(Record.newRecord(name(zone), Type.NS, DClass.IN)));
    }

    /** A resolver answers with the zone's servers; the parent's own server refers to them. */
    private static Delegation judge(String zone, Message answer) throws TextParseException {
        int code = answer.getRcode();
        if (code == Rcode.NXDOMAIN) {
            return new Delegation.None("there is no such name (NXDOMAIN)");
        }
        if (code != Rcode.NOERROR) {
            return new Delegation.Unknown("answers " + Rcode.string(code)
                    + (code == Rcode.SERVFAIL ? ": none of the zone's name servers may be answering" : ""));
        }
        Name name = name(zone);
        Set<String> servers = Stream.of(Section.ANSWER, Section.AUTHORITY).flatMap(section -> answer.getSection(
                section).stream()).filter(record -> record instanceof NSRecord && record.getName().equals(name))
                .map(record -> plain(((NSRecord) record).getTarget().toString())).collect(Collectors.toSet());
        return servers.isEmpty() ? new Delegation.None("the name has no name servers of its own")
                : new Delegation.To(servers);
    }

    static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Name name(String zone) throws TextParseException {
        return Name.fromString(zone + ".");
    }
}
