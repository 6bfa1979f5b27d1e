package io.lbkeeper.rehearsal.provider;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Address;

/**
 * A dynamic DNS service that speaks dyndns2, and blocks a name whose client sends it twice what it has.
 *
 * @see <a href="https://help.dyn.com/return-codes/">Dyn: return codes</a>
 * @see <a href="https://help.dyn.com/remote-access-api/perform-update/">Dyn: perform an update</a>
 */
public final class Dyndns2Api implements WebApi {
    private static final int MOST_NAMES = 20;
    private static final int MOST_REPETITIONS = 1;
    private static final Duration TTL = Duration.ofSeconds(30);

    private final String authorization;
    private final Set<String> names;
    private final Map<String, Integer> repetitions = new HashMap<>();
    private final Set<String> blocked = new HashSet<>();
    private final Deque<Reply> next = new ArrayDeque<>();

    /** @param names that the account has; no other can be made by an update */
    public Dyndns2Api(String user, String password, Set<String> names) {
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(
                StandardCharsets.UTF_8));
        this.names = Set.copyOf(names);
    }

    /** The next request is answered so, and not carried out. */
    public synchronized void say(Reply reply) {
        next.add(reply);
    }

    @Override
    public synchronized Reply answer(Ask ask, HostedZone zone, Duration now) {
        if (!next.isEmpty()) {
            return next.remove();
        }
        int mark = ask.pathAndQuery().indexOf('?');
        if (mark < 0 || !ask.pathAndQuery().startsWith("/nic/update?")) {
            return new Reply(404, "text/html", "<html>not found</html>");
        }
        String agent = ask.headers().getOrDefault("user-agent", "");
        if (!agent.matches("[^-]+ - [^-]+ - .+") || !ask.method().equals("GET")) {
            return told("badagent");
        }
        if (!authorization.equals(ask.headers().get("authorization"))) {
            return new Reply(401, "text/plain", "badauth");
        }
        Map<String, String> parameters = parameters(ask.pathAndQuery().substring(mark + 1));
        String address = parameters.getOrDefault("myip", "");
        List<String> wanted = List.of(parameters.getOrDefault("hostname", "").split(","));
        if (type(address).isEmpty()) {
            return told("badparam");
        }
        if (wanted.size() > MOST_NAMES) {
            return told("numhost");
        }
        List<String> lines = new ArrayList<>();
        wanted.forEach(name -> lines.add(update(name, address, zone)));
        return told(String.join("\n", lines));
    }

    private String update(String name, String address, HostedZone zone) {
        RecordType type = type(address).orElseThrow();
        if (!name.contains(".")) {
            return "notfqdn";
        }
        if (!names.contains(name)) {
            return "nohost";
        }
        if (blocked.contains(name)) {
            return "abuse";
        }
        ResourceRecordSet set = ResourceRecordSet.simple(name, type, TTL, address);
        if (zone.find(name, type).filter(set::matches).isPresent()) {
            if (repetitions.merge(name, 1, Integer::sum) > MOST_REPETITIONS) {
                blocked.add(name);
            }
            return "nochg " + address;
        }
        try {
            zone.change(List.of(RecordChange.upsert(set)));
        } catch (Refusal refused) {
            return "dnserr";
        }
        repetitions.remove(name);
        return "good " + address;
    }

    private static Optional<RecordType> type(String address) {
        return Address.toByteArray(address, Address.IPv4) != null ? Optional.of(RecordType.A)
                : Address.toByteArray(address, Address.IPv6) != null ? Optional.of(RecordType.AAAA) : Optional.empty();
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> all = new HashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            all.put(equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1));
        }
        return all;
    }

    private static Reply told(String text) {
        return new Reply(200, "text/plain", text);
    }
}
