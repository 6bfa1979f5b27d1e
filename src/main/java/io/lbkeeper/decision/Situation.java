package io.lbkeeper.decision;

import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One cycle's values side by side, and the records and half sentences that several cases make of them. */
record Situation(Observation seen, Memory memory, Rules rules, Records records) {

    RecordSet address(String name, String address) {
        return RecordSet.simple(name, address.contains(":") ? "AAAA" : "A", rules.ttl(), address);
    }

    /** The record sets that make {@code owner} the owner at {@code address}, one epoch on. */
    List<RecordSet> ownedBy(String owner, String address) {
        return List.of(address(rules.service(), address), claim(owner, address));
    }

    /** The owner record that names {@code owner}, one epoch on. */
    RecordSet claim(String owner, String address) {
        long epoch = records.claim().map(OwnerRecord::epoch).orElse(0L) + 1;
        OwnerRecord next = new OwnerRecord(owner, address, epoch, seen.nonce(), rules.interval(), Optional.empty());
        return RecordSet.simple(rules.ownerName(), "TXT", rules.ttl(), OwnerText.write(next));
    }

    /** Service and owner record as read, to be replaced by {@link #ownedBy}. */
    Change swap(Held held, Claimed claimed, String owner, String address) {
        return Change.swap(List.of(held.set(), claimed.set()), ownedBy(owner, address));
    }

    boolean isOk(String node) {
        return seen.check(node).isPresent() && memory.streak(node).filter(Streak::isOk).isPresent();
    }

    boolean hasFallen(String node) {
        return memory.streak(node).filter(streak -> streak.hasFallen(rules)).isPresent();
    }

    /** "its HAProxy is DEAD (connection refused): failed check 1 of 3 in a row". */
    String failedCheck(String node) {
        return health(node) + ": failed check " + memory.streak(node).map(Streak::failures).orElse(0) + " of "
                + rules.fall() + " in a row";
    }

    /** Each peer that could not take over now, or of which that is not known. */
    List<String> fallenPeers() {
        return rules.nodes().stream().filter(rules::isPeer).filter(peer -> hasFallen(peer) || isUnjudged(peer))
                .sorted().map(peer -> peer + (hasFallen(peer) ? " could not take over: " : " can't be judged: ")
                        + health(peer)).toList();
    }

    private boolean isUnjudged(String node) {
        return memory.streak(node).filter(streak -> streak.isUnjudged(rules)).isPresent();
    }

    /** Whether its last check counts against it. */
    boolean isFailing(String node) {
        return memory.streak(node).filter(streak -> streak.failures() > 0).isPresent();
    }

    /** "its HAProxy is DEAD (connection refused)". */
    String health(String node) {
        return "its HAProxy " + seen.check(node).map(check -> "is " + check).orElse("was not checked");
    }

    /** "lb2 owns lb.example.com at 203.0.113.2". */
    String owns(OwnerRecord claim) {
        return claim.owner() + " owns " + rules.service() + " at " + claim.address();
    }

    /** What hinders this node from holding the service record, if anything. */
    List<String> hindrances() {
        List<String> found = new ArrayList<>();
        if (memory.own().address().isEmpty()) {
            found.add(addressUnknown());
        }
        if (memory.own().isDisputed()) {
            found.add("it " + memory.own().dispute(rules));
        }
        if (!isOk(rules.node())) {
            found.add("its own HAProxy is not well: " + ownHealth());
        }
        return found;
    }

    private String ownHealth() {
        Optional<Streak> own = memory.streak(rules.node());
        boolean rising = own.filter(streak -> !streak.up() && streak.last().health() == Health.OK).isPresent();
        return rising ? "it was down, and " + own.get().successes() + " of " + rules.rise() + " good checks are in"
                : seen.check(rules.node()).map(Check::toString).orElse("it was not checked");
    }

    /** What is wrong with the own address, if anything: it is not known, or could not be asked for now. */
    Optional<String> addressTrouble() {
        if (memory.own().address().isEmpty()) {
            return Optional.of(addressUnknown());
        }
        if (memory.own().isDisputed()) {
            return Optional.of("it " + memory.own().dispute(rules));
        }
        return seen.address() instanceof Answer.CouldNotAsk<String> failed
                ? Optional.of("its own address could not be asked for now (" + failed.why() + "), and "
                        + memory.own().address().get() + " stands") : Optional.empty();
    }

    private String addressUnknown() {
        String why = memory.own().answer() instanceof Answer.Absent<String> absent ? absent.how()
                : seen.address() instanceof Answer.CouldNotAsk<String> failed ? failed.why() : "not believed yet";
        return "its own address is not known (" + why + ")";
    }
}
