package io.lbkeeper.check.online;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.decision.Health;
import io.lbkeeper.settings.SharedSettings;
import io.lbkeeper.settings.SharedSettings.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether all nodes run with the settings of this file. */
final class SettingsInspection {
    private static final String AREA = "settings";

    private SettingsInspection() {
    }

    static List<OnlineFinding> of(WorldSight world) {
        List<OnlineFinding> found = new ArrayList<>();
        String own = world.settings().node();
        SharedSettings mine = SharedSettings.of(world.settings());
        for (String node : world.rules().nodes()) {
            Optional<SharedSettings> theirs = Optional.ofNullable(world.told().get(node));
            Optional<List<Difference>> differences = theirs.map(mine::differences);
            differences.ifPresent(all -> all.forEach(one -> found.add(node.equals(own) ? edited(one) : differs(
                    one, own, node))));
            if (differences.filter(List::isEmpty).isPresent()) {
                found.add(OnlineFinding.note(AREA, "the lbkeeper on " + node + " runs with those of this file"));
            }
            if (theirs.isEmpty() && !node.equals(own)) {
                world.seen().check(node).filter(check -> check.health() == Health.OK
                        || check.health() == Health.DEGRADED).ifPresent(check -> found.add(untold(node, check)));
            }
        }
        return found;
    }

    private static OnlineFinding differs(Difference one, String own, String node) {
        return OnlineFinding.wrong(AREA, one.key() + " differs between " + own + " and " + node, shown(one.mine())
                + " on " + own + ", " + shown(one.theirs()) + " on " + node, "make it the same on all nodes");
    }

    /** The file was edited, and the service has not taken it up. */
    private static OnlineFinding edited(Difference one) {
        return OnlineFinding.warning(AREA, one.key() + " is not what the service here runs with", shown(one.mine())
                + " in the file, " + shown(one.theirs()) + " in the service", "restart lbkeeper");
    }

    private static OnlineFinding untold(String node, Check check) {
        String why = check.agent() == Agent.ALIVE || check.agent() == Agent.LEAVING
                ? "bring lbkeeper and haproxy/lbkeeper.cfg there to this version; a dry run tells nothing"
                : "start lbkeeper there, or wait for its first check";
        return OnlineFinding.couldNotAsk(AREA, "those of " + node + " are not told",
                "no X-Lbkeeper-Settings", why);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : value;
    }
}
