package io.lbkeeper.rehearsal.report;

import io.lbkeeper.decision.Powers;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Glance;
import io.lbkeeper.rehearsal.world.Schedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can't be promised in a run, and why: with a DNS provider that can't do all, and with checks that don't see all
 * that befalls the nodes in it. That is told, and not passed over.
 *
 * @param lacks by the promises' names
 */
public record Shortfall(Map<String, Lack> lacks) {
    private static final String PROVIDER = "with this DNS provider";
    private static final Map<String, String> WITHOUT_COMPARE_AND_SWAP = Map.of(
            "never-from-a-living-owner", "a standby that does not reach the owner can't ask it by a challenge, so it "
                    + "takes a cut path for a dead owner; and a take-over that arrives late is carried out all the "
                    + "same",
            "one-batch-per-epoch", "of two changes that begin with the same state the last one replaces the other "
                    + "unseen",
            "hold-down", "a take-over that was given up, and arrives late, is carried out all the same",
            Account.AS_EXPECTED, "who writes last has the name, so it may move once more, or end on another node");
    /** Nodes whose HAProxy has just started are there in any run. */
    private static final List<String> WITHOUT_PAGES = List.of("to-a-well-node");
    private static final List<String> WITH_WHAT_IS_UNSEEN = List.of("settles", Account.AS_EXPECTED);
    private static final Map<Glance, String> UNSEEN = Map.of(
            Glance.PORT, "a port that accepts connections looks well, though its HAProxy hangs, has just started or "
                    + "has no server for its backend, or though a stranger has the address",
            Glance.MACHINE, "a machine that answers looks well to the others, though its HAProxy is gone, hangs, "
                    + "stops, has just started or has no server for its backend, or though a stranger has the address");

    public Shortfall {
        lacks = Map.copyOf(lacks);
    }

    /**
     * One reason.
     *
     * @param with what it is that lacks something
     */
    public record Lack(String with, String why) {
        private Lack and(Lack other) {
            return new Lack(with + " and " + other.with().replaceFirst("^with ", ""), why + "; and " + other.why());
        }
    }

    /** A promise that was broken for this reason in these runs. */
    record Told(String promise, Lack lack, List<String> runs) {
        String sentence() {
            return String.join(", ", runs) + ". What can't be promised " + lack.with() + ": " + promise + ". Why: "
                    + lack.why() + ".";
        }
    }

    /** Of a provider; nothing where it can do all. */
    public static Shortfall of(Powers powers) {
        Map<String, Lack> lacks = new HashMap<>();
        if (!powers.comparesAndSwaps()) {
            WITHOUT_COMPARE_AND_SWAP.forEach((promise, why) -> lacks.put(promise, new Lack(PROVIDER, why)));
        }
        return new Shortfall(lacks);
    }

    /** Of a cluster in a run. Where its checks see all that happens to the nodes, they are an excuse for little. */
    public static Shortfall of(Cluster cluster, Schedule schedule) {
        Map<String, Lack> lacks = new HashMap<>(of(cluster.settings().powers()).lacks());
        Glance glance = cluster.glance();
        if (glance != Glance.PAGE) {
            Lack blind = new Lack("with lb.check.kind=" + cluster.settings().checks().kind(), UNSEEN.get(glance));
            WITHOUT_PAGES.forEach(promise -> lacks.merge(promise, blind, Lack::and));
            if (!schedule.faults().stream().allMatch(planned -> planned.fault().isSeenBy(glance))) {
                WITH_WHAT_IS_UNSEEN.forEach(promise -> lacks.merge(promise, blind, Lack::and));
            }
        }
        return new Shortfall(lacks);
    }

    /** For the head of a report: nothing where all can be promised. */
    public static List<String> told(Cluster cluster) {
        List<String> told = new ArrayList<>();
        Powers powers = cluster.settings().powers();
        if (!powers.comparesAndSwaps()) {
            told.add("DNS provider: it can't compare and swap"
                    + (powers.keepsOwnerRecord() ? "" : ", and keeps no owner record, so that nothing tells two states "
                            + "with the same address apart (one-batch-per-epoch is not judged)")
                    + "; what can't be survived with it is marked NOT SURVIVED");
        }
        cluster.settings().checks().blindness().ifPresent(what -> told.add("checks: " + what
                + "; what can't be survived with them is marked NOT SURVIVED"));
        return told;
    }

    /** Whether all of these promises are ones that can't be given. */
    public boolean covers(Collection<String> promises) {
        return lacks.keySet().containsAll(promises);
    }

    Optional<Lack> of(String promise) {
        return Optional.ofNullable(lacks.get(promise));
    }

    /** Each of these promises with its reasons, in the order in which they were broken first. */
    static List<Told> reasons(Collection<Account> accounts) {
        Map<List<Object>, Told> reasons = new LinkedHashMap<>();
        accounts.stream().filter(Account::isBeyond).forEach(account -> account.broken().forEach(promise -> {
            Lack lack = account.shortfall().lacks().get(promise);
            reasons.computeIfAbsent(List.of(promise, lack), key -> new Told(promise, lack, new ArrayList<>())).runs()
                    .add(account.name());
        }));
        return List.copyOf(reasons.values());
    }
}
