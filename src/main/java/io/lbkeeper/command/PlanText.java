package io.lbkeeper.command;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.Powers;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.service.FirstLook;
import io.lbkeeper.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan as lines for people. */
final class PlanText {
    private static final String NOT_THERE = "not there";

    private PlanText() {
    }

    static List<String> lines(FirstLook.Seen plan, Settings settings) {
        List<String> lines = new ArrayList<>();
        lines.add("Seen from " + settings.node() + ":");
        seen(plan.observation(), plan.rules()).forEach(line -> lines.add("  " + line));
        lines.add("A first look: no failed checks are counted yet; a service that runs here may have counted some.");
        plan.rules().powers().shortfall().ifPresent(lacks -> lines.add("lb.dns=" + settings.dns() + ": " + lacks
                + "."));
        Decision decision = plan.decision();
        lines.add("Decision: " + decision.name() + (decision.isAlarm() ? " (an alarm)" : ""));
        lines.add("  " + decision.reason());
        lines.add("Changes of records:");
        changes(decision, plan.rules().powers()).forEach(line -> lines.add("  " + line));
        lines.add("Nothing was sent." + (settings.dryRun() ? " The service would not send it either: lb.dry-run=true."
                : ""));
        return lines;
    }

    private static List<String> seen(Observation seen, Rules rules) {
        List<String> lines = new ArrayList<>(asked(seen.requests()));
        lines.add("own address: " + address(seen.address()));
        for (String node : rules.nodes()) {
            lines.add(node + "'s HAProxy: " + seen.check(node).map(PlanText::check)
                    .orElse("not asked, its address is not known: it has no record of its own, and lb.peer." + node
                            + ".address is not set"));
        }
        seen.namesakes().forEach((address, check) -> lines.add("who is at " + address + ", where " + rules.node()
                + " would be by the records: " + check));
        lines.addAll(records(seen.records(), rules));
        return lines;
    }

    private static List<String> asked(Requests requests) {
        List<String> lines = new ArrayList<>();
        requests.pause().ifPresent(words -> lines.add("asked of this node: " + words));
        requests.drain().ifPresent(words -> lines.add("asked of this node: " + words));
        requests.switchover().ifPresent(one -> lines.add("asked of this node: " + one.words()));
        return lines;
    }

    private static String check(Check check) {
        return check + switch (check.agent()) {
            case ALIVE -> ", its lbkeeper is heard of";
            case SILENT -> ", its lbkeeper is silent";
            case LEAVING -> ", its lbkeeper says that it is leaving";
            case UNTOLD -> "";
        };
    }

    private static String address(Answer<String> answer) {
        return answer instanceof Answer.CouldNotAsk<String> failed ? "could not ask: " + failed.why()
                : answer instanceof Answer.Absent<String> absent ? "none: " + absent.how()
                : answer.found().orElseThrow();
    }

    private static List<String> records(Answer<Records> answer, Rules rules) {
        if (answer instanceof Answer.CouldNotAsk<Records> failed) {
            return List.of("records: could not ask: " + failed.why());
        }
        Records records = answer.found().orElseThrow();
        List<String> lines = new ArrayList<>();
        records.lineup().names().forEach((name, here) -> lines.add("record " + service(name, here)));
        lines.add(!rules.powers().keepsOwnerRecord() ? "owner: " + records.claim().map(OwnerRecord::owner)
                .orElse("nobody") + ", by the address; the DNS provider keeps no owner record"
                : "record " + (records.owner() instanceof Records.Ownership.Claimed claimed ? claimed.set().toString()
                : rules.ownerName() + ": " + (records.owner() instanceof Records.Ownership.Unreadable odd
                        ? "no owner record of lbkeeper's: " + odd.what() : NOT_THERE)));
        for (String node : rules.nodes()) {
            List<RecordSet> sets = records.nodes().getOrDefault(node, List.of());
            sets.forEach(set -> lines.add("record " + set));
            if (sets.isEmpty()) {
                lines.add("record " + rules.nodeName(node) + ": " + NOT_THERE);
            }
        }
        return lines;
    }

    private static String service(String name, Records.Service here) {
        return here instanceof Records.Service.Held held ? held.sets().get(0).toString()
                : name + ": " + (here instanceof Records.Service.Odd odd ? odd.what() : NOT_THERE);
    }

    /** In the order of the batch, which is applied whole or not at all; or what is set, whatever is there. */
    private static List<String> changes(Decision decision, Powers powers) {
        Optional<Change> change = decision instanceof Decision.Changing changing ? Optional.of(changing.change())
                : Optional.empty();
        if (change.isPresent() && !powers.comparesAndSwaps()) {
            return change.get().desired().stream().map(set -> action("SET", set)).toList();
        }
        List<String> lines = change.stream().flatMap(one -> Stream.concat(
                one.expected().stream().map(set -> action("DELETE", set)),
                one.desired().stream().map(set -> action(one.guarded() ? "CREATE" : "UPSERT", set)))).toList();
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static String action(String action, RecordSet set) {
        return action + " " + set.name() + " " + set.type() + " " + set.ttl().toSeconds() + " "
                + String.join(" ", set.values());
    }
}
