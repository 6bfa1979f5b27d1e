package io.lbkeeper.check.online;

import java.util.Set;

/** What a resolver, or a parent's own name server, says of a zone. */
sealed interface Delegation {

    /** These name servers, in lower case and without the final dot. */
    record To(Set<String> servers) implements Delegation {
        public To {
            servers = Set.copyOf(servers);
        }
    }

    /** It knows of no such zone. */
    record None(String how) implements Delegation {
    }

    /** It did not say. */
    record Unknown(String why) implements Delegation {
    }
}
