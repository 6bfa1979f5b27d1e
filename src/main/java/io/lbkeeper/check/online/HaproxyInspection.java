package io.lbkeeper.check.online;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether this node knows its address, and each HAProxy answers as the node it should be. */
final class HaproxyInspection {
    private HaproxyInspection() {
    }

    static List<OnlineFinding> of(WorldSight world) {
        List<OnlineFinding> found = new ArrayList<>(address(world.seen().address()));
        for (String node : world.rules().nodes()) {
            Optional<Check> check = world.seen().check(node);
            String area = node + "'s HAProxy";
            if (check.isEmpty()) {
                found.add(OnlineFinding.couldNotAsk(area, "its address is not known", "no record "
                        + world.rules().nodeName(node), "start lbkeeper there, or set lb.peer." + node + ".address"));
            } else {
                found.add(judged(area, node, check.get(), world.settings()));
                silence(area, node, check.get().agent(), world.settings()).ifPresent(found::add);
            }
        }
        world.seen().namesakes().forEach((address, check) -> {
            if (!check.health().isFailure()) {
                found.add(OnlineFinding.wrong("own address", "another machine answers as " + world.settings().node()
                        + " at " + address, check.toString(), "give one of the two another lb.node, or stop it"));
            }
        });
        return found;
    }

    private static List<OnlineFinding> address(Answer<String> answer) {
        String area = "own address";
        if (answer instanceof Answer.CouldNotAsk<String> failed) {
            return List.of(OnlineFinding.couldNotAsk(area, "this node's address was not told", failed.why(),
                    "look at lb.address"));
        }
        return List.of(answer instanceof Answer.Absent<String> absent ? OnlineFinding.wrong(area, "this node has none",
                absent.how(), "look at lb.address") : OnlineFinding.note(area, answer.found().orElseThrow()));
    }

    private static OnlineFinding judged(String area, String node, Check check, Settings settings) {
        boolean own = node.equals(settings.node());
        return switch (check.health()) {
            case OK -> OnlineFinding.note(area, check.toString());
            case DEGRADED, STOPPING -> OnlineFinding.warning(area, "it answers, and is not well", check.toString(),
                    "look at HAProxy on " + node);
            case STRANGER -> OnlineFinding.wrong(area, "it is not " + node + " who answers", check.toString(),
                    own ? "set LBKEEPER_NODE to " + node + ", or correct lb.check.own-url"
                            : "set LBKEEPER_NODE there to " + node + ", or correct lb.peer." + node + ".address");
            case DEAD -> OnlineFinding.wrong(area, "it can't be reached", check.toString(),
                    own ? "start HAProxy with lbkeeper.cfg, or correct lb.check.own-url"
                    : settings.checks().blindness().isPresent() ? "start it, let lb.check.kind="
                    + settings.checks().kind() + " in from here, or correct lb.peer." + node + ".address"
                    : "start HAProxy there with lbkeeper.cfg, let its port in from here, or correct lb.check.url");
            case UNKNOWN -> OnlineFinding.wrong(area, "it can't be judged", check.toString(),
                    "correct what its answer names");
        };
    }

    private static Optional<OnlineFinding> silence(String area, String node, Agent agent, Settings settings) {
        if (agent != Agent.SILENT) {
            return Optional.empty();
        }
        return Optional.of(OnlineFinding.warning(area, "it has not heard of the lbkeeper beside it for a while",
                "X-Lbkeeper-Agent: silent", "start lbkeeper on " + node + (node.equals(settings.node())
                        ? "; if it runs in a container, set LBKEEPER_SELF" : "")));
    }
}
