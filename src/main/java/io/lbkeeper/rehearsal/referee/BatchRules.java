package io.lbkeeper.rehearsal.referee;

import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Rules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be in one change batch of lbkeeper's, whatever the situation is. */
final class BatchRules {
    static final String ONE_BATCH_PER_EPOCH = "one-batch-per-epoch";
    static final String NEVER_ABSENT = "never-absent";
    static final String OWN_RECORDS_ONLY = "own-records-only";
    static final String TOGETHER = "together";

    private BatchRules() {
    }

    /** A breach of a rule that needs no time. */
    record Finding(String invariant, String what) {
    }

    static List<Finding> judge(String by, Records before, Records after, Rules rules) {
        Optional<Finding> epoch = rules.powers().keepsOwnerRecord() ? epoch(by, before, after) : Optional.empty();
        return Stream.of(epoch, absence(by, before, after),
                strangers(by, before, after, rules), together(by, before, after)).flatMap(Optional::stream).toList();
    }

    /**
     * {@value #ONE_BATCH_PER_EPOCH}: a batch that changes the service record or the owner record leaves an owner
     * record whose epoch is greater by exactly one and whose nonce is another. So no two batches start from one epoch.
     */
    private static Optional<Finding> epoch(String by, Records before, Records after) {
        if (before.hasServicesOf(after) && before.owner().equals(after.owner())) {
            return Optional.empty();
        }
        Optional<OwnerRecord> was = before.claim();
        Optional<OwnerRecord> is = after.claim();
        boolean good = is.isPresent() && was.map(old -> is.get().epoch() == old.epoch() + 1
                && !is.get().nonce().equals(old.nonce())).orElse(true);
        return good ? Optional.empty() : Optional.of(new Finding(ONE_BATCH_PER_EPOCH, by
                + " changed the service record or the owner record, and the epoch went from " + epoch(was) + " to "
                + epoch(is)));
    }

    private static String epoch(Optional<OwnerRecord> claim) {
        return claim.map(owner -> String.valueOf(owner.epoch())).orElse("none");
    }

    /** {@value #NEVER_ABSENT}: a batch that finds a service record leaves one. */
    private static Optional<Finding> absence(String by, Records before, Records after) {
        boolean gone = !(before.service() instanceof Records.Service.Missing)
                && after.service() instanceof Records.Service.Missing;
        return gone ? Optional.of(new Finding(NEVER_ABSENT, by + " took the service record away"))
                : Optional.empty();
    }

    /** {@value #TOGETHER}: names that are with one owner before a batch are with one owner after it. */
    private static Optional<Finding> together(String by, Records before, Records after) {
        if (!(before.service() instanceof Records.Service.Held line) || line.sets().size() < 2
                || after.claim().isEmpty()) {
            return Optional.empty();
        }
        return line.sets().stream().map(RecordSet::name).filter(name -> !(after.lineup().names().get(name)
                instanceof Records.Service.Held held && held.address().equals(after.claim().get().address())))
                .findFirst().map(name -> new Finding(TOGETHER, by + " left " + name + " where the others are not: "
                        + after.lineup().names().get(name)));
    }

    /**
     * {@value #OWN_RECORDS_ONLY}: a node changes no other node's record, and nothing at the service name or the owner
     * record's name that lbkeeper has not written.
     */
    private static Optional<Finding> strangers(String by, Records before, Records after, Rules rules) {
        for (String node : rules.nodes()) {
            boolean same = before.nodes().getOrDefault(node, List.of())
                    .equals(after.nodes().getOrDefault(node, List.of()));
            if (!same && !node.equals(by)) {
                return Optional.of(new Finding(OWN_RECORDS_ONLY, by + " changed the record of " + node));
            }
        }
        boolean odd = before.lineup().names().entrySet().stream().anyMatch(name -> name.getValue()
                instanceof Records.Service.Odd && !name.getValue().equals(after.lineup().names().get(name.getKey())))
                || before.owner() instanceof Records.Ownership.Unreadable && !before.owner().equals(after.owner());
        return odd ? Optional.of(new Finding(OWN_RECORDS_ONLY, by + " changed what somebody else wrote"))
                : Optional.empty();
    }
}
