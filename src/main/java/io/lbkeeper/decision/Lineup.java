package io.lbkeeper.decision;

import io.lbkeeper.decision.Records.Service;
import io.lbkeeper.decision.Records.Service.Held;
import io.lbkeeper.decision.Records.Service.Missing;
import io.lbkeeper.decision.Records.Service.Odd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The service names side by side. Those that hold one and the same address stand in line: they have one owner, and are
 * moved together. A name that does not is no reason to leave the others on a node that is gone.
 *
 * @param names   what stands at each name, the first of the settings first
 * @param service what stands at those in line; where none is, that they are missing, or what stands there instead
 * @param missing the names at which there is nothing
 * @param strays  the other names that are not in line, which lbkeeper leaves alone
 */
public record Lineup(Map<String, Service> names, Service service, List<String> missing, List<Stray> strays) {
    public Lineup {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        missing = List.copyOf(missing);
        strays = List.copyOf(strays);
    }

    /** A name that holds {@code what}, and not what the others do. */
    public record Stray(String name, String what) {
    }

    /**
     * @param vouched the address in the owner record; without one, the line is where a node is
     * @param isNode  whether an address is that of a node
     */
    static Lineup of(Map<String, Service> names, Optional<String> vouched, Predicate<String> isNode) {
        Optional<String> address = vouched.or(() -> addresses(names).stream().filter(isNode).findFirst())
                .or(() -> addresses(names).stream().findFirst());
        List<RecordSet> line = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Stray> strays = new ArrayList<>();
        names.forEach((name, here) -> {
            if (here instanceof Missing) {
                missing.add(name);
            } else if (here instanceof Held held && address.filter(held.address()::equals).isPresent()) {
                line.addAll(held.sets());
            } else {
                strays.add(new Stray(name, here instanceof Odd odd ? odd.what() : ((Held) here).address()));
            }
        });
        if (!line.isEmpty()) {
            return new Lineup(names, new Held(line, address.orElseThrow()), missing, strays);
        }
        return missing.isEmpty()
                ? new Lineup(names, names.values().iterator().next(), missing, strays.subList(1, strays.size()))
                : new Lineup(names, new Missing(), missing, strays);
    }

    private static List<String> addresses(Map<String, Service> names) {
        return names.values().stream().filter(Held.class::isInstance).map(held -> ((Held) held).address()).toList();
    }
}
