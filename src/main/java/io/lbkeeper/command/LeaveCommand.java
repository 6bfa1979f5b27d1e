package io.lbkeeper.command;

import io.lbkeeper.propagation.Propagation;
import io.lbkeeper.requests.Kind;
import io.lbkeeper.status.Status;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives the name away before the machine goes down. */
@Command(name = "leave",
        description = "Drains this node until the machine has booted again, and waits until the name servers know who "
                + "has the name now. The service's unit calls it when the machine goes down, before HAProxy stops.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:another node has the name, and the name servers know",
                "1:this node has the name still: there is nobody to give it to",
                "2:bad usage, or the request could not be left",
                "3:no service cycles here, or it is not known in time whether the name servers know"})
public final class LeaveCommand extends Asking {
    @Option(names = "--within", paramLabel = "TIME", converter = ForOption.class, defaultValue = "75s",
            description = "For how long it waits at most (default: ${DEFAULT-VALUE}).")
    private Duration within;

    @Override
    int ask(Desk desk, Optional<String> reason) throws UsageException, RunningService.NotTold {
        long end = System.nanoTime() + within.toNanos();
        desk.leave(Desk.request(Kind.LEAVE, Optional.empty(), reason, Optional.empty()));
        Status live = desk.service().live().orElseThrow(() -> new RunningService.NotTold("no lbkeeper cycles with "
                + desk.service().stateDir() + ": if this node has the name, a peer takes it when HAProxy is gone"));
        boolean owned = live.isOwner();
        Optional<Status> heard = desk.heard(status -> status.requests().drain().isPresent());
        if (heard.isEmpty()) {
            return RootCommand.COULD_NOT_ASK;
        }
        int code = Leaving.tell(desk, heard.get());
        return code != 0 || !owned ? code : inSync(desk, Duration.ofNanos(end - System.nanoTime()));
    }

    private static int inSync(Desk desk, Duration patience) throws RunningService.NotTold {
        Optional<Status> told = desk.service().await(status -> status.inSync() || isNotFollowed(status), patience);
        desk.tell(told.or(() -> quietly(desk)).map(Status::propagation).orElse("the service tells nothing any more"));
        return told.isPresent() ? 0 : RootCommand.COULD_NOT_ASK;
    }

    /** With lb.follow.deadline=0s nobody ever says that a change is in sync. */
    private static boolean isNotFollowed(Status status) {
        return status.propagation().equals(new Propagation.Nothing().toString());
    }

    private static Optional<Status> quietly(Desk desk) {
        try {
            return desk.service().status();
        } catch (RunningService.NotTold e) {
            return Optional.empty();
        }
    }
}
