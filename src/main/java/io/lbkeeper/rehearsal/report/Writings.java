package io.lbkeeper.rehearsal.report;

import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.rehearsal.report.Written.Sort;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Witness.AppliedChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says in words what a change of the records came to, by what was there before and is there now. */
final class Writings {
    private final Cluster cluster;
    private final Rules rules;

    Writings(Cluster cluster, Rules rules) {
        this.cluster = cluster;
        this.rules = rules;
    }

    Written tell(AppliedChange change) {
        Records before = Records.of(change.before().sets(), rules);
        Records after = Records.of(change.after().sets(), rules);
        String by = change.by().name();
        Sort sort = by.equals("human") ? Sort.BY_PEOPLE : sort(by, before, after);
        return new Written(change.at(), by, sort, text(by, sort, before, after));
    }

    private Sort sort(String by, Records before, Records after) {
        boolean sameOwner = before.owner().equals(after.owner()) || !rules.powers().keepsOwnerRecord();
        if (before.hasServicesOf(after) && sameOwner) {
            return Sort.REGISTERED;
        }
        if (before.service() instanceof Records.Service.Missing) {
            return Sort.CREATED;
        }
        if (!holder(before).equals(holder(after))) {
            return holder(before).equals(by) ? Sort.HANDED_OVER : Sort.TOOK_OVER;
        }
        if (after.claim().isEmpty() || before.claim().isEmpty()) {
            return before.hasServicesOf(after) && after.claim().isPresent() ? Sort.ADOPTED : Sort.OTHER;
        }
        return sort(by, before.claim().get(), after.claim().get(), !before.hasServicesOf(after));
    }

    private static Sort sort(String by, OwnerRecord was, OwnerRecord is, boolean serviceChanged) {
        if (!was.address().equals(is.address())) {
            return Sort.FOLLOWED;
        }
        if (serviceChanged) {
            return Sort.MENDED;
        }
        if (is.challenger().isPresent()) {
            return Sort.CHALLENGED;
        }
        return was.challenger().isEmpty() ? Sort.OTHER : by.equals(was.owner()) ? Sort.REFUTED : Sort.WITHDREW;
    }

    private String text(String by, Sort sort, Records before, Records after) {
        return switch (sort) {
            case REGISTERED -> by + " has registered " + rules.nodeName(by) + " at "
                    + after.nodeAddress(by).orElse("nowhere");
            case CREATED -> rules.service() + " is created: " + service(after);
            case ADOPTED -> by + " has written the owner record beside " + rules.service();
            case TOOK_OVER, HANDED_OVER -> rules.service() + " moves from " + holder(before) + " to " + service(after);
            case FOLLOWED -> rules.service() + " follows its owner: " + service(after);
            case MENDED -> rules.service() + " is put right: " + service(after);
            case CHALLENGED -> by + "'s challenge of " + after.claim().map(OwnerRecord::owner).orElse("nobody")
                    + " stands in the owner record";
            case REFUTED -> by + " has refuted the challenge of "
                    + before.claim().flatMap(OwnerRecord::challenger).orElse("nobody");
            case WITHDREW -> by + " has taken " + before.claim().flatMap(OwnerRecord::challenger)
                    .map(challenger -> challenger.equals(by) ? "its" : challenger + "'s").orElse("the")
                    + " challenge back";
            case BY_PEOPLE, OTHER -> difference(before, after);
        };
    }

    private String difference(Records before, Records after) {
        String service = before.hasServicesOf(after) ? "" : rules.service() + ": " + service(after);
        String owner = before.owner().equals(after.owner()) ? "" : "owner record: " + owner(after);
        List<String> both = List.of(service, owner).stream().filter(text -> !text.isEmpty()).toList();
        return both.isEmpty() ? "nothing that lbkeeper reads" : String.join("; ", both);
    }

    private String service(Records records) {
        if (records.service() instanceof Records.Service.Held held) {
            return holder(records) + " at " + held.address() + (!rules.powers().keepsOwnerRecord() ? "" : " for "
                    + records.claim().map(claim -> "epoch " + claim.epoch()).orElse("nobody's epoch"));
        }
        return records.service() instanceof Records.Service.Odd odd ? odd.what() : "gone";
    }

    private static String owner(Records records) {
        return records.claim().map(claim -> claim.owner() + ", epoch " + claim.epoch())
                .orElse(records.owner() instanceof Records.Ownership.Unreadable odd ? odd.what() : "gone");
    }

    /** The node that the service record points at: by the owner record, else by the node records. */
    private String holder(Records records) {
        if (!(records.service() instanceof Records.Service.Held held)) {
            return "nowhere";
        }
        Optional<String> owner = records.claim().filter(claim -> claim.address().equals(held.address()))
                .map(OwnerRecord::owner);
        return owner.or(() -> cluster.nodes().stream().filter(node -> Objects.equals(held.address(),
                records.nodeAddress(node).orElse(null))).findFirst()).orElse("a stranger");
    }
}
