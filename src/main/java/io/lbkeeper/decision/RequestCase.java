package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.KeepRecord;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What operators ask for goes before lbkeeper's own judgement, but never gives the name to a node that is not OK. */
final class RequestCase {
    private static final int ONE_CHECK = 1;

    private RequestCase() {
    }

    /** The move that this owner has been asked for, if there is a peer to make it to; a pause goes before it. */
    static Optional<Decision> handOver(Situation now, Held held, Claimed claimed) {
        Optional<String> words = leaving(now);
        if (words.isEmpty() || now.seen().requests().pause().isPresent()) {
            return Optional.empty();
        }
        return candidates(now).stream().filter(peer -> HandOverCase.isFit(now, peer, held, ONE_CHECK))
                .filter(peer -> !isCircling(now, peer)).findFirst()
                .map(peer -> HandOverCase.to(peer, now, held, claimed, now.owns(claimed.claim()) + ", and "
                        + words.get()));
    }

    /** Where an owner would keep the name though it is asked to give it away: that is to be looked at. */
    static Decision unlessAsked(Situation now, Held held, Decision decision) {
        Optional<String> words = leaving(now);
        if (words.isEmpty() || !(decision instanceof KeepRecord)) {
            return decision;
        }
        String why = now.seen().requests().pause().isPresent() ? "while it is paused it moves nothing"
                : isOut(now) ? now.restlessness().get() + ", and no peer says whether it is drained itself"
                : "there is no peer to hand the name over to" + candidates(now).stream()
                        .map(peer -> HandOverCase.unfitness(now, peer, held, ONE_CHECK))
                        .collect(Collectors.collectingAndThen(Collectors.joining(", and "),
                                unfit -> unfit.isEmpty() ? "" : ": " + unfit));
        return new RefuseToMove(words.get() + ", but " + why + ". The name stays. Besides: " + decision.reason(),
                words.get() + ", but " + why);
    }

    /**
     * A paused node only does what leaves the name where it is: it answers and withdraws challenges, sets its own
     * record, and tells its interval.
     */
    static Decision unlessPaused(Situation now, Decision decision) {
        Optional<String> words = now.seen().requests().pause();
        if (words.isPresent() && decision instanceof Decision.Changing changing && !isQuiet(now, changing)) {
            return new RefuseToMove(now.rules().node() + " is " + words.get() + ": nothing is changed; `lbkeeper "
                    + "resume` ends that. To do then: " + decision.reason(), "paused, with a " + decision.name()
                    + " to do");
        }
        return decision;
    }

    /** Two drained nodes that do not hear it of each other would send the name to and fro for ever. */
    private static boolean isCircling(Situation now, String peer) {
        return now.restlessness().isPresent() && now.seen().check(peer)
                .filter(check -> check.agent() == Check.Agent.UNTOLD).isPresent();
    }

    private static boolean isOut(Situation now) {
        return !candidates(now).isEmpty() && candidates(now).stream().allMatch(peer -> isCircling(now, peer));
    }

    private static boolean isQuiet(Situation now, Decision.Changing changing) {
        return changing instanceof Decision.RefuteChallenge || changing instanceof Decision.WithdrawChallenge
                || changing instanceof Decision.UpdateAddress && !touchesService(now, changing);
    }

    private static boolean touchesService(Situation now, Decision.Changing changing) {
        return changing.change().desired().stream().anyMatch(set -> now.rules().services().contains(set.name()));
    }

    private static Optional<String> leaving(Situation now) {
        Requests asked = now.seen().requests();
        return asked.drain().map(words -> now.rules().node() + " is " + words)
                .or(() -> asked.switchover().map(Requests.Switchover::words));
    }

    /** A node that is named for a switchover, and no other; a drain takes any. */
    private static List<String> candidates(Situation now) {
        Optional<String> named = now.seen().requests().drain().isPresent() ? Optional.empty()
                : now.seen().requests().switchover().flatMap(Requests.Switchover::to);
        return now.rules().nodes().stream().filter(now.rules()::isPeer)
                .filter(peer -> named.isEmpty() || named.get().equals(peer)).toList();
    }
}
