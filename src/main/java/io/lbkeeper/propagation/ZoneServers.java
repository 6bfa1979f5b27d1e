package io.lbkeeper.propagation;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds a zone's name servers among the records of the zone itself: no resolver has to be asked for them. */
final class ZoneServers {
    private ZoneServers() {
    }

    /** This name and all above it that can be a zone's, so none of a single label. */
    static List<String> names(String service) {
        List<String> names = new ArrayList<>();
        for (String name = service; name.contains("."); name = name.substring(name.indexOf('.') + 1)) {
            names.add(name);
        }
        return names;
    }

    /** The name servers of the nearest name above, or at, the service record that has some. */
    static Answer<List<String>> of(String service, List<RecordSet> sets) {
        return sets.stream().filter(set -> set.type().equals("NS") && names(service).contains(set.name()))
                .max(Comparator.comparingInt(set -> set.name().length()))
                .map(set -> Answer.value(set.values().stream().map(ZoneServers::withoutDot).sorted().toList()))
                .orElseGet(() -> Answer.absent("the zone names none"));
    }

    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
