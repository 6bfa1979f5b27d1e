package io.lbkeeper.rehearsal.report;

import java.util.Map;
import java.util.TreeMap;

/** What each invariant promises, in words for people. */
final class Promises {
    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("one-batch-per-epoch", "each change of the service record or the owner record raises the "
                    + "epoch by one, so that of several nodes that decide at once one wins"),
            Map.entry("never-absent", "the service record is never away between two values"),
            Map.entry("own-records-only", "a node touches no other node's record, and nothing that people or other "
                    + "programs have put there"),
            Map.entry("together", "service names that are with one owner are moved together, in one batch"),
            Map.entry("never-from-a-living-owner", "nobody takes the name from an owner whose HAProxy is OK, whose "
                    + "lbkeeper runs, and which reaches the API: it would have refuted a challenge"),
            Map.entry("never-unasked", "an owner that is well does not give the name away"),
            Map.entry("never-on-unknown", "the name is not moved because an HAProxy could not be judged"),
            Map.entry("to-a-well-node", "the name goes only to a node whose HAProxy is OK"),
            Map.entry("hold-down", "one node makes no two moves within lb.hold-down"),
            Map.entry("settles", "when the last fault is over, the name is soon on a node that serves"),
            Map.entry("no-write-when-settled", "when all is settled, nothing is written"),
            Map.entry(Account.AS_EXPECTED, "the scenario ends as its description says"));

    private Promises() {
    }

    static String of(String invariant) {
        return ALL.getOrDefault(invariant, invariant.replace('-', ' '));
    }

    /** By their names. */
    static Map<String, String> all() {
        return new TreeMap<>(ALL);
    }

    static boolean has(String invariant) {
        return ALL.containsKey(invariant);
    }
}
