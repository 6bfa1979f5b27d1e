package io.lbkeeper.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands a status on at once where it says something else than the one before, and with the next ones after it, since
 * somebody may wait for what comes of it. Where nothing but time goes by, one every few seconds will do: to write a
 * file is the tenth part of a cycle's work, and wears the disk.
 */
final class NewsFirst implements Consumer<Status> {
    /** A little less than the default interval: there each cycle is told. */
    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final int AFTER_NEWS = 5;
    private static final Status.Requested NOTHING_ASKED = new Status.Requested(Optional.empty(), Optional.empty(),
            Optional.empty());

    private final Consumer<Status> reader;
    private Optional<Status> said = Optional.empty();
    private Instant handedOn = Instant.MIN;
    private int more;

    NewsFirst(Consumer<Status> reader) {
        this.reader = reader;
    }

    @Override
    public void accept(Status status) {
        Optional<Status> says = Optional.of(timeless(status));
        more = says.equals(said) ? more - 1 : AFTER_NEWS;
        said = says;
        Instant at = status.process().at();
        // Who asks something of the service reads how it goes on; and a clock set back is no reason for silence.
        if (more > 0 || !status.requests().equals(NOTHING_ASKED) || at.isBefore(handedOn)
                || !at.isBefore(handedOn.plus(pause(status.process().stale())))) {
            handedOn = at;
            reader.accept(status);
        }
    }

    /** Where the watchdog is a quick one, a status is soon taken for that of a service that hangs. */
    private static Duration pause(Duration stale) {
        Duration half = stale.dividedBy(2);
        return half.compareTo(PAUSE) < 0 ? half : PAUSE;
    }

    /** What it says, whenever it is said. */
    private static Status timeless(Status status) {
        Status.Process process = status.process();
        Status.Name name = status.name();
        List<Status.Node> nodes = status.nodes().stream().map(node -> new Status.Node(node.node(), node.own(),
                node.address(), node.health(), node.detail(), node.agent(), node.up(), node.failures(), node.since(),
                Instant.EPOCH)).toList();
        return new Status(new Status.Process(process.node(), process.version(), process.pid(), process.started(),
                Instant.EPOCH, process.stale(), 0, process.dryRun(), process.lacks()),
                new Status.Name(name.service(), name.address(), name.owner(), name.epoch(), name.challenger(),
                        Optional.empty(), name.further()), nodes, status.decision(), status.change(),
                status.propagation(), status.inSync(), Duration.ZERO, status.requests(), status.alarms(),
                status.timeline());
    }
}
