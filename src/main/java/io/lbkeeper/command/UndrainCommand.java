package io.lbkeeper.command;

import io.lbkeeper.requests.Kind;
import io.lbkeeper.status.Status;
import picocli.CommandLine.Command;

/** Ends a drain. */
@Command(name = "undrain",
        description = "Ends a drain: this node may have the name again. It takes it from no node that is well.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is so, or was so already", "2:bad usage, or the request could not be taken back",
                "3:what came of it can't be told"})
public final class UndrainCommand extends Withdrawal {
    public UndrainCommand() {
        super(Kind.DRAIN, "drained", Status.Requested::drain);
    }
}
