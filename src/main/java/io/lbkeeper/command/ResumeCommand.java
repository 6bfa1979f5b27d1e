package io.lbkeeper.command;

import io.lbkeeper.requests.Kind;
import io.lbkeeper.status.Status;
import java.util.List;
import picocli.CommandLine.Command;

/** Ends a pause. */
@Command(name = "resume",
        description = "Ends a pause: this node does its part again.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is so, or was so already", "2:bad usage, or the request could not be taken back",
                "3:what came of it can't be told"})
public final class ResumeCommand extends Withdrawal {
    public ResumeCommand() {
        super(List.of(Kind.PAUSE), "paused", Status.Requested::pause);
    }
}
