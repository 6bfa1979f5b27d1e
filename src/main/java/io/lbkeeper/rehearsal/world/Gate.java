package io.lbkeeper.rehearsal.world;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The provider's counting of calls: who has made too many is refused, and nothing of that call is carried out. */
@FunctionalInterface
public interface Gate {
    /** One that counts nothing. */
    Gate OPEN = (fromNode, kind, deadline, then) -> then.accept(Optional.of(deadline));

    /**
     * One call wants in.
     *
     * @param then is told, now or later, what is left of the deadline; nothing where the call was throttled to the end
     */
    void pass(String fromNode, Call kind, Duration deadline, Consumer<Optional<Duration>> then);
}
