package io.lbkeeper.propagation;

import java.time.Duration;
import java.util.Set;

/** What came of asking one name server. */
public sealed interface ServerAnswer {
    /** As it was named in the question. */
    String server();

    /** @param addresses as Java writes them; none where the name, or the type at it, is not there */
    record Told(String server, Set<String> addresses, Duration ttl) implements ServerAnswer {
        public Told {
            addresses = Set.copyOf(addresses);
        }
    }

    /** It answers, but not for this zone. */
    record Refused(String server, String how) implements ServerAnswer {
    }

    /** No answer. */
    record Silent(String server, String why) implements ServerAnswer {
    }
}
