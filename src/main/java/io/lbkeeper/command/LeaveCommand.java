package io.lbkeeper.command;

import io.lbkeeper.propagation.Propagation;
import io.lbkeeper.requests.Kind;
import io.lbkeeper.status.Status;
import java.time.Duration;
import java.time.Instant;
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
        Instant begun = Instant.now();
        desk.leave(Desk.request(Kind.LEAVE, Optional.empty(), reason, Optional.empty()));
        desk.service().live().orElseThrow(() -> new RunningService.NotTold("no lbkeeper cycles with "
                + desk.service().stateDir() + ": if this node has the name, a peer takes it when HAProxy is gone"));
        Status heard = desk.heard(begun, status -> status.requests().drain().isPresent()).orElseThrow(() ->
                new RunningService.NotTold("the service has ended meanwhile"));
        int code = Leaving.tell(desk, heard, true, left(end));
        boolean ours = desk.service().quietly().flatMap(Status::change).filter(sent -> sent.applied()
                && sent.decision().equals("HandOver") && !sent.at().isBefore(begun)).isPresent();
        return code != 0 || !ours ? code : inSync(desk, left(end));
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private static int inSync(Desk desk, Duration patience) throws RunningService.NotTold {
        Optional<Status> told = desk.service().await(status -> status.inSync() || isNotFollowed(status), patience);
        desk.tell(told.or(desk.service()::quietly).map(Status::propagation)
                .orElse("the service tells nothing any more"));
        return told.isPresent() ? 0 : RootCommand.COULD_NOT_ASK;
    }

    /** With lb.follow.deadline=0s nobody ever says that a change is in sync. */
    private static boolean isNotFollowed(Status status) {
        return status.propagation().equals(new Propagation.Nothing().toString());
    }
}
