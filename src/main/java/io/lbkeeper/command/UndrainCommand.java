package io.lbkeeper.command;

import io.lbkeeper.requests.Kind;
import io.lbkeeper.status.Status;
import java.util.List;
import picocli.CommandLine.Command;

/** Ends a drain. */
@Command(name = "undrain",
        description = "Ends a drain, also one by leave: this node may have the name again. It takes it from none "
                + "that is well.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is so, or was so already", "2:bad usage, or the request could not be taken back",
                "3:what came of it can't be told"})
public final class UndrainCommand extends Withdrawal {
    public UndrainCommand() {
        super(List.of(Kind.DRAIN, Kind.LEAVE), "drained", Status.Requested::drain);
    }
}
