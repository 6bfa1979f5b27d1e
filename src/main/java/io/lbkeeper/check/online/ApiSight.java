package io.lbkeeper.check.online;

import io.lbkeeper.decision.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What Route 53's API has answered.
 *
 * @param refusal why the records could not be listed, where they could not
 * @param zone    the hosted zone of the settings; absent where the API says that there is none
 * @param ahead   how far the API's clock is ahead of this machine's, where it told
 */
record ApiSight(Optional<ApiRefusal> refusal, Answer<Zone> zone, Optional<Duration> ahead) {
    ApiSight {
        Objects.requireNonNull(refusal);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(ahead);
    }

    /**
     * A hosted zone.
     *
     * @param name    in lower case, without the final dot
     * @param servers those that AWS has given it; empty for a private one
     */
    record Zone(String name, boolean isPrivate, List<String> servers) {
        Zone {
            servers = List.copyOf(servers);
        }
    }
}
