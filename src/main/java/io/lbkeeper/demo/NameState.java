package io.lbkeeper.demo;

import java.util.List;

/**
 * What DNS says of the service name at one moment.
 *
 * @param addresses   in the answer; empty where there is no such name or no such record
 * @param ttlSeconds  of the answer
 * @param owner       the node that the owner record names; empty where it names none
 * @param epoch       of the owner record; empty where it has none
 * @param trouble     why there was no answer at all; empty when there was one
 */
record NameState(List<String> addresses, long ttlSeconds, String owner, String epoch, String trouble) {
    NameState {
        addresses = List.copyOf(addresses);
    }

    static NameState unanswered(String why) {
        return new NameState(List.of(), 0, "", "", why);
    }

    boolean isAnswered() {
        return trouble.isEmpty();
    }

    boolean names(String address) {
        return addresses.equals(List.of(address));
    }

    @Override
    public String toString() {
        if (!isAnswered()) {
            return "no answer (" + trouble + ")";
        }
        String who = owner.isEmpty() ? "no owner record" : "owner " + owner + ", epoch " + epoch;
        return addresses.isEmpty() ? "no such name, " + who
                : String.join(" and ", addresses) + " (TTL " + ttlSeconds + ", " + who + ")";
    }
}
