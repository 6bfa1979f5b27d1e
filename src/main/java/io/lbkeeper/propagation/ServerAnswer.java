package io.lbkeeper.propagation;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;

/** What came of asking one name server. */
public sealed interface ServerAnswer {
    /** As it was named in the question. */
    String server();

    /**
     * @param addresses as Java writes them; none where the name, or the type at it, is not there
     * @param serial    of its copy of the zone, where it says so
     */
    record Told(String server, Set<String> addresses, Duration ttl, OptionalLong serial) implements ServerAnswer {
        public Told {
            addresses = Set.copyOf(addresses);
        }

        public Told(String server, Set<String> addresses, Duration ttl) {
            this(server, addresses, ttl, OptionalLong.empty());
        }
    }

    /** It answers, but not for this zone. */
    record Refused(String server, String how) implements ServerAnswer {
    }

    /** No answer. */
    record Silent(String server, String why) implements ServerAnswer {
    }
}
