package io.lbkeeper.decision;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is still open about the changes that this node has sent.
 *
 * @param unsettled whether a change was sent that no read has shown the end of yet
 * @param misses    changes, and reads that should have shown their end, that have failed in a row
 * @param moves     the nonces of moves that were sent and may still turn out to be applied
 * @param setting   the address record that was set last, and when
 */
public record Sending(boolean unsettled, int misses, Set<String> moves, Optional<Setting> setting) {

    /** An address record of this node's that was set, and when. */
    public record Setting(RecordSet record, Duration at) {
    }

    public Sending {
        moves = Set.copyOf(moves);
    }

    static Sending none() {
        return new Sending(false, 0, Set.of(), Optional.empty());
    }

    /** After the records were read, or could not be: {@code replaced} says that the owner record is another now. */
    Sending afterRead(boolean read, boolean replaced) {
        // A move that was sent can come late for as long as the record that it expects stands.
        return new Sending(unsettled && !read, unsettled && !read ? misses + 1 : misses,
                replaced ? Set.of() : moves, setting);
    }

    /**
     * Whether a move that was sent was applied after all, or may have been: more than one change has been made since
     * {@code before} was read, and it may have been the first of them.
     */
    boolean hasMoved(OwnerRecord now, Optional<OwnerRecord> before) {
        return moves.contains(now.nonce()) || !moves.isEmpty() && before.filter(last ->
                now.epoch() > last.epoch() + 1).isPresent();
    }

    Sending after(Decision.Changing sent, Outcome outcome, String nonce, Duration at) {
        boolean applied = outcome instanceof Outcome.Applied;
        Set<String> open = new HashSet<>(moves);
        if (sent instanceof Decision.Moving && !applied) {
            open.add(nonce);
        }
        Optional<Setting> set = applied && sent instanceof Decision.UpdateAddress ? sent.change().desired().stream()
                .filter(RecordSet::isAddress).findFirst().map(record -> new Setting(record, at)) : Optional.empty();
        return new Sending(true, applied ? 0 : misses + 1, open, set.or(() -> setting));
    }

    Sending atRest() {
        return new Sending(unsettled, unsettled ? misses : 0, moves, setting);
    }

    /** A change that fails again and again is no reason to hurry. */
    boolean isTurning() {
        return unsettled && misses <= 1;
    }

    /** Whether this very record was set within {@code time} up to {@code at}: then somebody else undoes it. */
    boolean hasSet(RecordSet record, Duration time, Duration at) {
        return setting.filter(last -> last.record().sameAs(record) && at.minus(last.at()).compareTo(time) < 0)
                .isPresent();
    }
}
