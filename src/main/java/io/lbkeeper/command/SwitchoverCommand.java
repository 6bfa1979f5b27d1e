package io.lbkeeper.command;

import io.lbkeeper.requests.Kind;
import io.lbkeeper.status.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives the name to another node, once. */
@Command(name = "switchover",
        description = {"Asks this node, which has the name, to give it to another one now. Run it on the owner: no "
                + "node ever takes the name from an owner that is well."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:another node has the name", "1:refused, and nothing was moved", "2:bad usage, or the "
                + "request could not be left", "3:no service cycles here, or what came of it can't be told"})
public final class SwitchoverCommand extends Asking {
    @Option(names = "--to", paramLabel = "NODE", description = "Which node (default: any that is OK).")
    private String to;

    @Override
    int ask(Desk desk, Optional<String> reason) throws UsageException, RunningService.NotTold {
        Status status = desk.service().live().orElseThrow(() -> new RunningService.NotTold("no lbkeeper cycles with "
                + desk.service().stateDir() + ", so nobody would hand the name over; see lbkeeper status"));
        Optional<String> hindrance = hindrance(status);
        if (hindrance.isPresent()) {
            desk.tell("refused: " + hindrance.get());
            return RootCommand.BROKEN;
        }
        Duration patience = Desk.patience(status);
        desk.leave(Desk.request(Kind.SWITCHOVER, Optional.of(patience), reason,
                Optional.ofNullable(to)));
        try {
            return outcome(desk, patience);
        } finally {
            // Whatever has come of it, nothing is moved later by a command that has ended.
            desk.takeBack(Kind.SWITCHOVER);
        }
    }

    private static int outcome(Desk desk, Duration patience) throws RunningService.NotTold {
        Optional<Status> heard = desk.service().await(status -> status.requests().switchover().isPresent()
                || Leaving.isGone(status), patience);
        if (heard.isEmpty()) {
            throw new RunningService.NotTold("the service has not taken the request in; see lbkeeper status");
        }
        return Leaving.tell(desk, heard.get(), false, patience);
    }

    /** What would keep it from happening, as far as the last cycle tells. */
    private Optional<String> hindrance(Status status) throws UsageException {
        String self = status.process().node();
        List<Status.Node> peers = status.nodes().stream().filter(node -> !node.own()).toList();
        if (to != null && peers.stream().noneMatch(node -> node.node().equals(to))) {
            throw new UsageException("--to " + to + " is none of the other nodes: "
                    + String.join(", ", peers.stream().map(Status.Node::node).toList()));
        }
        if (!status.isOwner()) {
            return Optional.of(self + " does not have " + status.name().service() + ", "
                    + status.name().owner().map(owner -> owner + " has it: run this there").orElse("nobody has"));
        }
        if (status.process().dryRun()) {
            return Optional.of("lb.dry-run=true: this service changes nothing");
        }
        if (status.requests().pause().isPresent()) {
            return Optional.of(self + " is " + status.requests().pause().get() + ": lbkeeper resume ends that");
        }
        List<Status.Node> wanted = peers.stream().filter(node -> to == null || node.node().equals(to)).toList();
        return wanted.stream().anyMatch(SwitchoverCommand::isFit) ? Optional.empty()
                : Optional.of("no node to give it to is OK: " + String.join(", ", wanted.stream()
                        .map(node -> node.node() + " is " + node.health() + " (" + node.detail() + ")"
                                + (node.agent().equals("LEAVING") ? " and drained" : "")).toList()));
    }

    private static boolean isFit(Status.Node node) {
        return node.up() && node.health().equals("OK") && !node.agent().equals("LEAVING");
    }
}
