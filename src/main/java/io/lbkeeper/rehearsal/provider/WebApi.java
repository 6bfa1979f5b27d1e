package io.lbkeeper.rehearsal.provider;

import io.lbkeeper.localroute53.account.HostedZone;
import java.time.Duration;
import java.util.Map;

/** A provider's API over HTTP. */
@FunctionalInterface
public interface WebApi {

    /**
     * A request as it has arrived.
     *
     * @param pathAndQuery as in the request line
     * @param headers      by their names in lower case
     */
    record Ask(String method, String pathAndQuery, Map<String, String> headers, String body) {
        public Ask {
            headers = Map.copyOf(headers);
        }
    }

    /** @param contentType of the body; empty where there is none */
    record Reply(int status, String contentType, String body) {
    }

    /**
     * Answers one request, and carries out what it asks for.
     *
     * @param now on a clock that only goes forward
     */
    Reply answer(Ask ask, HostedZone zone, Duration now);
}
