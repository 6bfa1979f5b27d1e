package io.lbkeeper.decision;

import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One cycle's values side by side, and the records and half sentences that several cases make of them. */
record Situation(Observation seen, Memory memory, Rules rules, Records records) {

    RecordSet address(String name, String address) {
        return RecordSet.simple(name, address.contains(":") ? "AAAA" : "A", rules.ttl(), address);
    }

    /** The record sets that make {@code owner} the owner at {@code address}, one epoch on. */
    List<RecordSet> ownedBy(String owner, String address) {
        return Stream.concat(moved().stream().map(name -> address(name, address)),
                Stream.of(owner(owner, address))).toList();
    }

    /** The owner record that names {@code owner}, one epoch on. */
    RecordSet owner(String owner, String address) {
        return written(new OwnerRecord(owner, address, epoch(), seen.nonce(), rules.interval(), rules.fastinter(),
                Optional.empty()));
    }

    /**
     * The names that a move takes along: those in line. One that is missing then may be one that can't be created,
     * and shall not hinder that the others are moved; the owner creates it in a batch of its own.
     */
    private List<String> moved() {
        List<String> missing = records.lineup().missing();
        return records.service() instanceof Held held ? held.sets().stream().map(RecordSet::name).toList()
                : missing.isEmpty() ? rules.services() : missing;
    }

    /** The owner record as it was read, one epoch on, with this challenger or none. */
    RecordSet contested(OwnerRecord claim, Optional<String> challenger) {
        // The owner's intervals are the owner's to say: others reckon with them how long it has to refute.
        boolean own = claim.owner().equals(rules.node());
        return written(new OwnerRecord(claim.owner(), claim.address(), epoch(), seen.nonce(), own ? rules.interval()
                : claim.inter(), own ? rules.fastinter() : claim.fast(), challenger));
    }

    /** Service and owner record as read, to be replaced by {@link #ownedBy}. */
    Change swap(Optional<Held> held, Claimed claimed, String owner, String address) {
        return swap(Stream.concat(held.map(Held::sets).stream().flatMap(List::stream),
                Stream.of(claimed.set())).toList(), ownedBy(owner, address));
    }

    /** The owner record as read, to be replaced by one with this challenger or none. */
    Change contest(Claimed claimed, Optional<String> challenger) {
        return swap(List.of(claimed.set()), List.of(contested(claimed.claim(), challenger)));
    }

    /** Replaces {@code expected} by {@code desired}, as far as the DNS provider keeps such records. */
    Change swap(List<RecordSet> expected, List<RecordSet> desired) {
        return rules.powers().keepsOwnerRecord() ? Change.swap(expected, desired)
                : Ownerless.swap(expected, desired, this);
    }

    private long epoch() {
        return records.claim().map(OwnerRecord::epoch).orElse(0L) + 1;
    }

    private RecordSet written(OwnerRecord next) {
        return RecordSet.simple(rules.ownerName(), "TXT", rules.ttl(), OwnerText.write(next));
    }

    Optional<Streak> own() {
        return seen.check(rules.node()).isPresent() ? memory.streak(rules.node()) : Optional.empty();
    }

    /** Whether it was found well in this very cycle; nothing is given to one whose check is outstanding. */
    boolean isOk(String node) {
        return seen.check(node).isPresent() && !seen.isOutstanding(node)
                && memory.streak(node).filter(Streak::isOk).isPresent();
    }

    /** Whether it is drained: its lbkeeper does not want the name. */
    boolean isLeaving(String node) {
        return seen.check(node).filter(check -> check.agent() == Check.Agent.LEAVING).isPresent();
    }

    /** That this node is not to have the name, if it is asked not to: "it is drained by alice". */
    Optional<String> declined() {
        return seen.requests().declined().map(words -> "it is " + words);
    }

    boolean hasFallen(String node) {
        return memory.streak(node).filter(streak -> streak.hasFallen(rules)).isPresent();
    }

    /** "its HAProxy is DEAD (connection refused): failed check 1 of 3 in a row", and no more counting after that. */
    String failedCheck(String node) {
        int failures = memory.streak(node).map(Streak::failures).orElse(0);
        return health(node) + (failures < rules.fall() ? ": failed check " + failures + " of " + rules.fall()
                + " in a row" : ": lb.check.fall=" + rules.fall() + " checks in a row have failed");
    }

    /** Each peer that could not take over now, or of which that is not known, or whose lbkeeper is silent. */
    List<String> fallenPeers() {
        return rules.nodes().stream().filter(rules::isPeer).sorted().flatMap(this::troubles).toList();
    }

    private Stream<String> troubles(String peer) {
        Optional<String> health = hasFallen(peer) ? Optional.of(peer + " could not take over: " + health(peer))
                : isUnjudged(peer) ? Optional.of(peer + " can't be judged: " + health(peer)) : Optional.empty();
        return Stream.concat(health.stream(), silence(peer).stream());
    }

    /** That the lbkeeper of a node is silent, if it is. */
    Optional<String> silence(String node) {
        return memory.streak(node).filter(streak -> seen.check(node).isPresent() && streak.isSilent(rules))
                .map(streak -> "the lbkeeper of " + node + " is silent: it has not asked its own HAProxy lately");
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
        return "its HAProxy " + state(node);
    }

    /** "is DEAD (connection refused)": the last that is known, also where the next check is outstanding. */
    String state(String node) {
        boolean awaited = seen.isOutstanding(node) && !isFailing(node);
        return awaited ? "has not answered yet" : seen.check(node).map(check -> "is " + check)
                .orElse("was not checked");
    }

    /** "lb2 owns lb.example.com at 203.0.113.2", and that clients get nothing if the record has vanished. */
    String owns(OwnerRecord claim) {
        return claim.owner() + " owns " + inFewWords(moved()) + " at " + claim.address()
                + (records.service() instanceof Records.Service.Missing ? rules.services().size() == 1
                        ? " (the record itself is not there)" : " (no record is there)" : "");
    }

    private static String inFewWords(List<String> names) {
        return names.size() <= 1 ? names.get(0) : names.size() == 2 ? names.get(0) + " and " + names.get(1)
                : names.get(0) + " and " + (names.size() - 1) + " more names";
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
        Ownerless.hindrance(this).ifPresent(found::add);
        if (!isOk(rules.node())) {
            found.add("its own HAProxy is not well: " + ownHealth());
        }
        return found;
    }

    /** Whether this node has made a move so lately that it makes none for more than {@code time} from now. */
    boolean isHeldDownBeyond(Duration time) {
        return memory.moves().remaining(seen.at(), rules).compareTo(time) > 0;
    }

    /** "lb1 has moved the name less than lb.hold-down=60 s ago". */
    String holdDown() {
        Duration wait = memory.moves().holdDown(rules);
        return rules.node() + " has moved the name less than " + (wait.equals(rules.holdDown()) ? "lb.hold-down=" : "")
                + wait.toSeconds() + " s ago" + (wait.equals(rules.holdDown()) ? "" : ", the hold-down after "
                + "so many moves");
    }

    /** That this node moves the name too often, if it does. */
    Optional<String> restlessness() {
        return memory.moves().areMany(seen.at()) ? Optional.of(rules.node() + " has moved the name "
                + memory.moves().lately(seen.at()) + " times within ten minutes") : Optional.empty();
    }

    private String ownHealth() {
        Optional<Streak> own = memory.streak(rules.node());
        boolean rising = own.filter(streak -> !streak.up() && streak.last().health() == Health.OK).isPresent();
        return rising ? rising(own.get()) : seen.check(rules.node()).map(Check::toString).orElse("it was not checked");
    }

    /** "it was down, and 1 of 2 good checks are in". */
    String rising(Streak streak) {
        return "it was down, and " + streak.successes() + " of " + rules.rise() + " good checks are in";
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
