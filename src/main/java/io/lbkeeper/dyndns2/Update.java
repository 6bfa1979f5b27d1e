package io.lbkeeper.dyndns2;

import io.lbkeeper.decision.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request: these names shall be at this address.
 *
 * @see <a href="https://help.dyn.com/remote-access-api/perform-update/">Dyn: perform an update, of up to 20 names</a>
 */
record Update(List<String> names, String address) {
    private static final int MOST_NAMES = 20;

    Update {
        names = List.copyOf(names);
    }

    /** The fewest requests for these address records. */
    static List<Update> of(List<RecordSet> desired) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        desired.forEach(set -> names.computeIfAbsent(set.values().get(0), address -> new ArrayList<>())
                .add(set.name()));
        List<Update> updates = new ArrayList<>();
        names.forEach((address, all) -> {
            for (int first = 0; first < all.size(); first += MOST_NAMES) {
                updates.add(new Update(all.subList(first, Math.min(all.size(), first + MOST_NAMES)), address));
            }
        });
        return updates;
    }

    String query() {
        return "hostname=" + String.join(",", names) + "&myip=" + address;
    }

    @Override
    public String toString() {
        return String.join(", ", names) + " to " + address;
    }
}
