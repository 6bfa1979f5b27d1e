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
     * @param pathAndQuery as in the request line, below the place where the API is
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

    /** Why a request is turned away at the door, whatever it asks for. */
    enum TurnedAway {
        /** Too many of them have come. */
        TOO_MANY(429, "too many requests"),
        /** Whoever sends it may not, or not any more. */
        NOT_ALLOWED(403, "not allowed"),
        /** It can't be answered now. */
        OUT_OF_ORDER(503, "the service is not available");

        private final int status;
        private final String words;

        TurnedAway(int status, String words) {
            this.status = status;
            this.words = words;
        }
    }

    /** How it says that a request was turned away: in plain HTTP, where it has no words of its own. */
    default Reply refuse(TurnedAway why) {
        return new Reply(why.status, "text/plain", why.words + "\n");
    }

    /** Whether a request may change records: some faults wait for one. */
    default boolean isChange(Ask ask) {
        return !ask.method().equals("GET") && !ask.method().equals("HEAD");
    }

    /**
     * Answers one request, and carries out what it asks for.
     *
     * @param now on a clock that only goes forward
     */
    Reply answer(Ask ask, HostedZone zone, Duration now);
}
