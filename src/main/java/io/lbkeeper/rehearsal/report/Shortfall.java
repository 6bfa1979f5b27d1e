package io.lbkeeper.rehearsal.report;

import io.lbkeeper.decision.Powers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What can't be promised with a DNS provider that can't do all, and why: that is told, and not passed over. */
public final class Shortfall {
    private static final Map<String, String> WITHOUT_COMPARE_AND_SWAP = Map.of(
            "never-from-a-living-owner", "a standby that does not reach the owner can't ask it by a challenge, so it "
                    + "takes a cut path for a dead owner; and a take-over that arrives late is carried out all the "
                    + "same",
            "one-batch-per-epoch", "of two changes that begin with the same state the last one replaces the other "
                    + "unseen",
            "hold-down", "a take-over that was given up, and arrives late, is carried out all the same",
            Account.AS_EXPECTED, "who writes last has the name, so it may move once more, or end on another node");

    private Shortfall() {
    }

    /** The reasons by the promises' names; empty with a provider that can do all. */
    public static Map<String, String> of(Powers powers) {
        return powers.comparesAndSwaps() ? Map.of() : WITHOUT_COMPARE_AND_SWAP;
    }

    /** For the head of a report: nothing with a provider that can do all. */
    public static List<String> told(Powers powers) {
        return powers.comparesAndSwaps() ? List.of() : List.of("DNS provider: it can't compare and swap"
                + (powers.keepsOwnerRecord() ? "" : ", and keeps no owner record, so that nothing tells two states "
                        + "with the same address apart (one-batch-per-epoch is not judged)")
                + "; what can't be survived with it is marked NOT SURVIVED");
    }

    /** Each of these promises with its reason, in the order in which they were broken first. */
    static Map<String, String> reasons(Collection<Account> accounts) {
        Map<String, String> reasons = new LinkedHashMap<>();
        accounts.stream().filter(Account::isBeyond).forEach(account -> account.broken().forEach(promise ->
                reasons.put(promise, of(account.powers()).get(promise))));
        return reasons;
    }

    /** Which runs of these are concerned by a promise. */
    static String runs(Collection<Account> accounts, String promise) {
        return accounts.stream().filter(account -> account.isBeyond() && account.broken().contains(promise))
                .map(Account::name).collect(Collectors.joining(", "));
    }
}
