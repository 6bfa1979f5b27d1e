package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Optional;

/**
 * What this node knows of challenges: the one that stands in the owner record, and how its own last one failed.
 *
 * @param standing the challenge that stands
 * @param setback  the last challenge of this node's that came to nothing
 */
public record Contest(Optional<Standing> standing, Optional<Setback> setback) {
    /** A challenger that is set back once a minute costs two writes a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    /** To be asked and to change something. */
    private static final Duration TIME_OF_THE_PROVIDER = Duration.ofSeconds(1);
    /** After so long without another setback the first wait is a short one again. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    /** A challenge that stands unchanged for so many windows has been left behind by its challenger. */
    static final int WINDOWS_OF_A_LIVING_CHALLENGER = 3;

    /**
     * A challenge in the owner record.
     *
     * @param challenger who has announced its claim
     * @param nonce      the owner record's
     * @param since      when this node first knew of it, on this machine's monotonic clock
     */
    public record Standing(String challenger, String nonce, Duration since) {
    }

    /**
     * The end of a challenge of this node's that came to nothing.
     *
     * @param at      when it was seen
     * @param delay   from then on until this node may challenge again
     * @param refuted whether the owner has ended it, and not this node itself
     */
    public record Setback(Duration at, Duration delay, boolean refuted) {
    }

    static Contest none() {
        return new Contest(Optional.empty(), Optional.empty());
    }

    /**
     * How long an owner has to refute a challenge: it reads the records once in each interval, and where that fails
     * twice more at its fast pace, for which, however fast, the provider needs its time. Nobody waits longer than two
     * intervals.
     */
    static Duration window(Rules rules, OwnerRecord claim) {
        Duration inter = Times.longer(rules.interval(), claim.inter());
        Duration fast = Times.longer(rules.fastinter(), claim.fast());
        Duration more = Times.longer(fast.plus(fast), TIME_OF_THE_PROVIDER);
        return inter.plus(Times.shorter(more, inter));
    }

    /** With the owner record as it was just read; {@code before} is the one of the read before. */
    Contest after(Optional<OwnerRecord> claim, Optional<OwnerRecord> before, Duration at, Rules rules) {
        Optional<Standing> now = claim.filter(read -> read.challenger().isPresent()).map(read -> standing
                .filter(known -> known.nonce().equals(read.nonce()))
                .orElseGet(() -> new Standing(read.challenger().get(), read.nonce(), at)));
        boolean sameOwner = claim.isPresent() && claim.map(OwnerRecord::owner).equals(before.map(OwnerRecord::owner));
        boolean gone = isOf(rules.node())
                && now.map(Standing::nonce).filter(standing.get().nonce()::equals).isEmpty();
        // What one owner has answered says nothing of the next.
        return new Contest(now, claim.isPresent() && !sameOwner ? Optional.empty()
                : gone && sameOwner ? Optional.of(setback(at, window(rules, claim.get()), true)) : setback);
    }

    /**
     * The provider has not done what this node asked of it. It may not have answered the owner either, whose silence
     * then means nothing: where this node challenges, the owner has a whole window again from now on.
     */
    Contest unanswered(String node, Duration at) {
        return isOf(node) ? opened(node, standing.orElseThrow().nonce(), at) : this;
    }

    Contest opened(String challenger, String nonce, Duration at) {
        return new Contest(Optional.of(new Standing(challenger, nonce, at)), setback);
    }

    /** This node has taken its challenge back. */
    Contest withdrawn(Duration at, Duration window) {
        return new Contest(Optional.empty(), Optional.of(setback(at, window, false)));
    }

    boolean isOf(String node) {
        return standing.filter(known -> known.challenger().equals(node)).isPresent();
    }

    boolean hasStoodFor(Duration time, Duration at) {
        return standing.filter(known -> at.minus(known.since()).compareTo(time) >= 0).isPresent();
    }

    /**
     * Whether {@code node}, to which the owner does not look well, can only wait, and has read the records lately: in
     * its own challenge's window, or after a setback. Whatever it may do after that, it reads once more before.
     */
    boolean canOnlyWait(Rules rules, OwnerRecord claim, Optional<Duration> readAt, Duration now) {
        Duration window = window(rules, claim);
        if (!isOf(rules.node())) {
            return binding(now).isPresent() && isWithin(rules.recordsInterval(), readAt, now);
        }
        // In the window it reads now and then all the same, to learn whether the provider answers at all.
        Duration pause = rules.fastinter().plus(rules.fastinter());
        return !hasStoodFor(window, now)
                && (isWithin(pause, readAt, now) || isWithin(pause, standing.map(Standing::since), now));
    }

    private static boolean isWithin(Duration time, Optional<Duration> since, Duration now) {
        return since.filter(at -> now.minus(at).compareTo(time) < 0).isPresent();
    }

    /** The setback after which this node still has to wait. */
    Optional<Setback> binding(Duration at) {
        return setback.filter(last -> at.minus(last.at()).compareTo(last.delay()) < 0);
    }

    private Setback setback(Duration at, Duration window, boolean refuted) {
        Duration most = Times.longer(window, LONGEST_WAIT);
        // While a wait binds there is no new challenge: this is the end of the same one, told once more.
        Duration delay = binding(at).map(Setback::delay)
                .or(() -> setback.filter(last -> at.minus(last.at()).compareTo(FORGOTTEN_AFTER) < 0)
                        .map(last -> last.delay().multipliedBy(2))).orElse(window);
        return new Setback(at, Times.shorter(delay, most), refuted);
    }
}
