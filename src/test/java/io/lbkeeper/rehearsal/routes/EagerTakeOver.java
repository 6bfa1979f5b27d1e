package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.RecordSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bean of an operator's who does not see what a challenge is good for: well-formed, at the first failed check. */
public final class EagerTakeOver {
    private static final Pattern OWNER = Pattern.compile(
            "\"v=1 owner=(\\S+) address=(\\S+) epoch=(\\d+) nonce=\\S+ (inter=[^\"]+)\"");

    public Decision takeOver(Decision.Challenge instead, String node, String address) {
        RecordSet owner = instead.change().expected().get(0);
        Matcher is = OWNER.matcher(owner.values().get(0));
        if (!is.matches()) {
            throw new IllegalStateException("not an owner record: " + owner);
        }
        String service = owner.name().replace("_owner.", "");
        String claim = "\"v=1 owner=" + node + " address=" + address + " epoch=" + (Long.parseLong(is.group(3)) + 1)
                + " nonce=" + node + "-" + is.group(3) + " " + is.group(4) + "\"";
        return new Decision.TakeOver("Eager.", Change.swap(
                List.of(RecordSet.simple(service, "A", owner.ttl(), is.group(2)), owner),
                List.of(RecordSet.simple(service, "A", owner.ttl(), address),
                        RecordSet.simple(owner.name(), "TXT", owner.ttl(), claim))));
    }
}
