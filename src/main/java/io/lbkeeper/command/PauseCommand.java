package io.lbkeeper.command;

import io.lbkeeper.requests.Kind;
import io.lbkeeper.requests.Request;
import io.lbkeeper.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps a node from moving the name. */
@Command(name = "pause",
        description = {"Asks this node to move nothing: it neither takes the name over nor hands it over, and still "
                + "answers challenges and keeps its own record. Pause each node to keep the name where it is.",
                "A pause outlives restarts, and ends by itself: a forgotten one would be the next outage."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:this node is paused, or no service runs here yet", "2:bad usage, or the request could not "
                + "be left", "3:what came of it can't be told"})
public final class PauseCommand extends Asking {
    @Option(names = "--for", paramLabel = "TIME", converter = ForOption.class, defaultValue = "2h",
            description = "It ends by itself after so long (default: ${DEFAULT-VALUE}).")
    private Duration time;

    @Override
    int ask(Desk desk, Optional<String> reason) throws UsageException, RunningService.NotTold {
        Instant begun = Instant.now();
        Request pause = Desk.request(Kind.PAUSE, Optional.of(time), reason, Optional.empty());
        desk.leave(pause);
        desk.tell("asked: this node is to be " + pause.words());
        Optional<Status> heard = desk.heard(begun, status -> status.requests().pause().filter(pause.words()::equals)
                .isPresent());
        heard.ifPresent(status -> desk.tell("in force: lbkeeper resume ends it sooner" + (status.isOwner()
                ? ". A node that is not paused may take the name all the same if this one's HAProxy fails" : "")));
        return 0;
    }
}
