package io.lbkeeper.check.online;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import java.util.ArrayList;
import java.util.List;

/** Whether what stands at the names is what lbkeeper can keep: one plain address, and its own TXT record. */
final class ShapeInspection {
    private static final String AREA = "records";

    private ShapeInspection() {
    }

    static List<OnlineFinding> of(WorldSight world) {
        if (world.sets() instanceof Answer.CouldNotAsk) {
            return List.of();
        }
        List<OnlineFinding> found = new ArrayList<>();
        Records records = Records.of(world.sets().found().orElse(List.of()), world.rules());
        records.lineup().names().forEach((name, here) -> {
            if (here instanceof Records.Service.Odd odd) {
                found.add(OnlineFinding.wrong(AREA, name + " is not one plain address, so that lbkeeper leaves it "
                        + "alone", odd.what(), "delete it, and lbkeeper creates the record; or make it one A or AAAA "
                        + "record with the address of a node"));
            } else if (here instanceof Records.Service.Held held && records.service() instanceof Records.Service.Held
                    line && !held.address().equals(line.address())) {
                found.add(OnlineFinding.wrong(AREA, name + " does not hold " + line.address() + " like "
                        + line.name() + ", so that lbkeeper leaves it alone", held.sets().get(0).toString(),
                        "point it at " + line.address() + ", or delete it, and lbkeeper creates the record"));
            }
        });
        if (records.owner() instanceof Records.Ownership.Unreadable odd) {
            found.add(OnlineFinding.wrong(AREA, world.rules().ownerName() + " is no owner record of lbkeeper's",
                    odd.what(), "delete it if nobody needs it"));
        }
        for (String node : world.rules().nodes()) {
            node(world, node).forEach(found::add);
        }
        if (found.isEmpty()) {
            found.add(OnlineFinding.note(AREA, "what stands at the names is what lbkeeper keeps, or nothing"));
        }
        return found;
    }

    private static List<OnlineFinding> node(WorldSight world, String node) {
        List<OnlineFinding> found = new ArrayList<>();
        String name = world.rules().nodeName(node);
        for (RecordSet set : world.at(name)) {
            if (set.type().equals("CNAME") || set.isAddress() && !set.isSimple()) {
                found.add(OnlineFinding.wrong(AREA, name + " is not a plain address, so that " + node
                        + " does not register its own", set.toString(), "delete it"));
            } else if (set.isAddress() && set.values().size() > 1) {
                found.add(OnlineFinding.warning(AREA, name + " has " + set.values().size() + " addresses",
                        set.toString(), "leave it: " + node + " sets its one address there when it starts"));
            }
        }
        return found;
    }
}
