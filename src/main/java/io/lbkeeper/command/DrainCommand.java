package io.lbkeeper.command;

import io.lbkeeper.requests.Kind;
import io.lbkeeper.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives the name away, and does not take it until told otherwise. */
@Command(name = "drain",
        description = {"Asks this node to give the name away, if it has it, and not to take it until undrain. It "
                + "outlives restarts. Clients go on coming for the time of the TTL: stop HAProxy after that."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:this node is drained and does not have the name, or no service runs here yet",
                "1:it has the name still: there is no other node to give it to; the request stands",
                "2:bad usage, or the request could not be left", "3:what came of it can't be told"})
public final class DrainCommand extends Asking {
    @Option(names = "--for", paramLabel = "TIME", converter = ForOption.class,
            description = "It ends by itself after so long, such as 2h (default: only undrain ends it).")
    private Duration time;

    @Override
    int ask(Desk desk, Optional<String> reason) throws UsageException, RunningService.NotTold {
        Instant begun = Instant.now();
        desk.leave(Desk.request(Kind.DRAIN, Optional.ofNullable(time), reason,
                Optional.empty()));
        desk.tell("asked: this node is to be drained");
        Optional<Status> heard = desk.heard(begun, status -> status.requests().drain().isPresent());
        return heard.isPresent() ? Leaving.tell(desk, heard.get(), false, Desk.patience(heard.get())) : 0;
    }
}
