package io.lbkeeper.check.online;

import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long resolvers remember what was, by the arithmetic of DNS. */
final class TtlInspection {
    private static final String AREA = "ttl";
    /** AWS: "generally propagate to all Route 53 name servers within 60 seconds". */
    private static final Duration PROPAGATION = Duration.ofSeconds(60);
    /** AWS's best practices: 60 or 120 s for records that fail over. */
    private static final Duration LONGEST_ADVISED = Duration.ofSeconds(120);
    private static final int MINIMUM_FIELD = 6;

    private TtlInspection() {
    }

    static List<OnlineFinding> of(WorldSight world) {
        List<OnlineFinding> found = new ArrayList<>();
        Duration ttl = world.settings().ttl();
        String sum = world.settings().provider().equals("route53") ? "up to " + seconds(PROPAGATION) + " until all of "
                + "Route 53's servers have it + lb.ttl " + seconds(ttl) + " = " + seconds(PROPAGATION.plus(ttl))
                + " until clients have a new address" : "the time until all of the zone's servers have it + lb.ttl "
                + seconds(ttl) + " until clients have a new address";
        found.add(ttl.compareTo(LONGEST_ADVISED) > 0 ? OnlineFinding.warning(AREA, "lb.ttl is long for a name that "
                + "moves: " + sum, "lb.ttl=" + seconds(ttl), "set lb.ttl to 60s, at most "
                + seconds(LONGEST_ADVISED)) : OnlineFinding.note(AREA, "after a change, " + sum));
        for (String name : world.rules().names()) {
            world.at(name).stream().filter(set -> set.isSimple() && (set.isAddress() || set.type().equals("TXT"))
                    && !set.ttl().equals(ttl)).findFirst().ifPresent(set -> found.add(OnlineFinding.warning(AREA,
                            name + " has another TTL than lb.ttl=" + seconds(ttl), set.toString(),
                            "leave it: the next change of the record sets it")));
        }
        negative(world).ifPresent(found::add);
        return found;
    }

    /**
     * How long a resolver remembers that there is no such name.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2308#section-5">RFC 2308: the lesser of the SOA's own TTL and its
     *      last field</a>
     */
    private static Optional<OnlineFinding> negative(WorldSight world) {
        Optional<RecordSet> soa = world.zone().flatMap(zone -> world.at(zone).stream().filter(set -> set.type()
                .equals("SOA")).findFirst());
        Optional<Duration> minimum = soa.flatMap(TtlInspection::minimum);
        if (minimum.isEmpty()) {
            return Optional.empty();
        }
        Duration own = soa.get().ttl();
        Duration negative = own.compareTo(minimum.get()) < 0 ? own : minimum.get();
        String sum = "min(SOA's TTL " + seconds(own) + ", its minimum " + seconds(minimum.get()) + ") = "
                + seconds(negative);
        List<String> absent = world.settings().services().stream().filter(name -> world.at(name).stream()
                .noneMatch(RecordSet::isAddress)).toList();
        boolean isLong = negative.compareTo(world.settings().ttl()) > 0;
        return Optional.of(absent.isEmpty() || !isLong ? OnlineFinding.note(AREA, "that a name is not there is "
                + "remembered for " + sum) : OnlineFinding.warning(AREA, absent.get(0) + " is not there yet, and "
                + "whoever asks for it now remembers that for " + sum + ", longer than lb.ttl="
                + seconds(world.settings().ttl()), soa.get().toString(), "let nobody ask for it before lbkeeper has "
                + "created it, or shorten the SOA's TTL"));
    }

    private static Optional<Duration> minimum(RecordSet soa) {
        String[] fields = soa.values().isEmpty() ? new String[0] : soa.values().get(0).split("\\s+");
        return fields.length > MINIMUM_FIELD && fields[MINIMUM_FIELD].matches("\\d{1,10}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(fields[MINIMUM_FIELD]))) : Optional.empty();
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
