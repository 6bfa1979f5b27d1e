package io.lbkeeper.cycle;

import io.lbkeeper.observation.StatsAnswer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.Message;

/**
 * How an lbkeeper introduces itself to the HAProxy beside it, in each check of its own.
 *
 * @param named    whether it says that it is this node's lbkeeper at all
 * @param leaving  whether this node is not to have the name; its HAProxy tells the peers
 * @param stateDir by which it is told from another in this node's name, in ASCII; empty for one that changes nothing
 * @param settings those that all nodes must agree on, which HAProxy passes on to the peers, in ASCII
 */
public record Introduction(boolean named, BooleanSupplier leaving, Optional<String> stateDir,
        Optional<String> settings) {

    /** The running service. */
    public static Introduction ofService(BooleanSupplier leaving, Path stateDir,
            Optional<String> settings) {
        return new Introduction(true, leaving, Optional.of(inAscii(stateDir)), settings);
    }

    /** A service that changes nothing: it is there, and stands in nobody's way. */
    public static Introduction ofDryRun(BooleanSupplier leaving) {
        return new Introduction(true, leaving, Optional.empty(), Optional.empty());
    }

    /** Somebody who only looks: HAProxy must not take the look for a sign of life of the service. */
    public static Introduction ofOnlooker() {
        return new Introduction(false, () -> false, Optional.empty(), Optional.empty());
    }

    void addTo(Message request, String node) {
        if (named) {
            request.setHeader(StatsAnswer.AGENT_HEADER, node);
        }
        if (leaving.getAsBoolean()) {
            request.setHeader(StatsAnswer.LEAVING_HEADER, "1");
        }
        stateDir.ifPresent(mine -> request.setHeader(StatsAnswer.STATE_DIR_HEADER, mine));
        settings.ifPresent(mine -> request.setHeader(StatsAnswer.SETTINGS_HEADER, mine));
    }

    private static String inAscii(Path path) {
        try {
            return new URI(null, null, path.toString(), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("lb.state-dir=" + path + " can't be the path of a URL", e);
        }
    }
}
