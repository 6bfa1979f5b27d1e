package io.lbkeeper.command;

import io.lbkeeper.status.Status;
import java.time.Duration;
import java.util.Optional;

/** How a node gets rid of the name, told step by step. */
final class Leaving {
    private Leaving() {
    }

    /**
     * @param patient whether a refusal may still become a move, as where the peer is just coming back
     * @return the exit code
     */
    static int tell(Desk desk, Status heard, boolean patient, Duration patience) throws RunningService.NotTold {
        Status last = heard;
        if (heard.process().dryRun()) {
            desk.tell("lb.dry-run=true: this service changes nothing");
            return isGone(heard) ? 0 : RootCommand.BROKEN;
        }
        if (heard.isOwner() || heard.name().owner().isEmpty()) {
            desk.tell(heard.decision().name() + ": " + heard.decision().reason());
            last = desk.service().await(status -> isGone(status) || !patient && isRefused(status), patience)
                    .or(() -> patient ? desk.service().quietly().filter(Leaving::isRefused) : Optional.empty())
                    .orElseThrow(() -> new RunningService.NotTold("the service has taken it in, and what came of it is "
                            + "not known yet; see lbkeeper status"));
        }
        Optional<String> owner = last.name().owner();
        if (isGone(last)) {
            desk.tell(owner.get() + " owns " + last.name().service() + last.name().address().map(at -> " at " + at)
                    .orElse("") + "; " + last.process().node() + " does not have it");
            return 0;
        }
        desk.tell("not given away: " + last.decision().reason());
        return RootCommand.BROKEN;
    }

    static boolean isGone(Status status) {
        return status.name().owner().filter(owner -> !owner.equals(status.process().node())).isPresent();
    }

    /** An owner that keeps the name though it has been asked says why. */
    static boolean isRefused(Status status) {
        return status.decision().name().equals("RefuseToMove");
    }
}
