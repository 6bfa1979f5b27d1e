package io.lbkeeper.propagation;

import java.time.Duration;
import java.util.List;
import org.apache.camel.Body;

/** What the kamelet {@code ask-name-servers-action} asks. */
@FunctionalInterface
public interface NameServers {

    /**
     * Asks all servers of the question at once, each directly.
     *
     * @param deadline for the whole
     * @return an answer for each server, in their order
     */
    List<ServerAnswer> ask(@Body ServerQuestion question, Duration deadline);

    /** The same, as routes have their durations. */
    default List<ServerAnswer> askWithin(@Body ServerQuestion question, long deadlineMillis) {
        return ask(question, Duration.ofMillis(deadlineMillis));
    }
}
