package io.lbkeeper.check.online;

import io.lbkeeper.decision.RecordSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the world asks the zone's own name servers. */
final class DelegationInspection {
    private static final String AREA = "delegation";

    private DelegationInspection() {
    }

    static List<OnlineFinding> of(WorldSight world) {
        if (world.zone().isEmpty()) {
            return List.of();
        }
        if (world.delegation().isEmpty()) {
            return world.settings().dns().equals("local") ? List.of(OnlineFinding.note(AREA, "not looked at, since "
                    + "lb.dns=local; name a resolver with --resolver to do so")) : List.of();
        }
        String zone = world.zone().get();
        Delegation delegation = world.delegation().get();
        if (delegation instanceof Delegation.Unknown unknown) {
            return List.of(OnlineFinding.couldNotAsk(AREA, "no resolver told the name servers of " + zone,
                    unknown.why(), "look at this machine's resolver, or name another with --resolver"));
        }
        Set<String> own = own(world, zone);
        String servers = own.isEmpty() ? "the zone's name servers" : String.join(", ", own);
        if (delegation instanceof Delegation.None none) {
            return List.of(OnlineFinding.wrong(AREA, "the zone " + zone + " is not delegated", none.how(),
                    "have the parent zone, or the registrar, name " + servers));
        }
        return compared(world, zone, own, new TreeSet<>(((Delegation.To) delegation).servers()));
    }

    private static List<OnlineFinding> compared(WorldSight world, String zone, Set<String> own,
            Set<String> told) {
        if (own.isEmpty()) {
            return List.of(OnlineFinding.couldNotAsk(AREA, "the zone's own name servers are not known",
                    "delegated to " + String.join(", ", told), world.api().isPresent()
                            ? "allow route53:ListResourceRecordSets" : "give the zone NS records"));
        }
        if (own.equals(told)) {
            return List.of(OnlineFinding.note(AREA, "the zone " + zone + " is delegated to its own name servers: "
                    + String.join(", ", own)));
        }
        Set<String> foreign = minus(told, own);
        Set<String> missing = minus(own, told);
        boolean elsewhere = foreign.size() == told.size();
        String what = "the zone " + zone + (elsewhere
                ? " is delegated to other name servers: the records are in a zone that nobody asks"
                : " is delegated to name servers that differ from its own");
        String seen = Stream.of(listed(foreign, "too many"), listed(missing, "missing"))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return List.of(OnlineFinding.wrong(AREA, what, seen, "have the parent zone name " + String.join(", ", own)
                + " and no others" + (elsewhere ? ", or name the zone of the others in " + world.zoneSetting() : "")));
    }

    private static String listed(Set<String> servers, String what) {
        return servers.isEmpty() ? "" : String.join(", ", servers) + " " + what;
    }

    /** As the zone itself says, else as AWS does. */
    private static Set<String> own(WorldSight world, String zone) {
        Optional<RecordSet> set = world.at(zone).stream().filter(one -> one.type().equals("NS")).findFirst();
        return new TreeSet<>(set.map(one -> one.values().stream().map(ParentView::plain).toList())
                .or(() -> world.api().flatMap(api -> api.zone().found()).map(ApiSight.Zone::servers))
                .orElse(List.of()));
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toCollection(TreeSet::new));
    }
}
