package io.lbkeeper.rehearsal.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All runs of one rehearsal, and what to say of them together.
 *
 * @param what which routes and which settings were rehearsed, each with its name, one a line
 * @param seed the one that was asked for
 * @param took real time
 */
public record Results(List<String> what, long seed, List<Account> accounts, Duration took) {
    public Results {
        what = List.copyOf(what);
        accounts = List.copyOf(accounts);
    }

    public boolean isGood() {
        return accounts.stream().allMatch(Account::isGood);
    }

    /** Those in which something was broken that could have been kept. */
    List<Account> broken() {
        return accounts.stream().filter(account -> !account.isGood() && !account.isBeyond()).toList();
    }

    /** Those that can't be survived with such a DNS provider, or such checks. */
    List<Account> beyond() {
        return accounts.stream().filter(Account::isBeyond).toList();
    }

    /** With what it is that they can't be survived. */
    String lacking() {
        return Shortfall.reasons(accounts).stream().map(told -> told.lack().with()).distinct().collect(
                Collectors.joining(" and "));
    }

    /** The last line of all. */
    String totals() {
        int all = accounts.size();
        int bad = broken().size();
        Duration simulated = accounts.stream().map(Account::length).reduce(Duration.ZERO, Duration::plus);
        int beyond = beyond().size();
        String good = bad + beyond > 0 ? "" : all == 1 ? "it is ok" : "all " + all + " are ok";
        String verdict = good + (bad == 0 ? "" : bad + " of " + all + " BROKEN") + (bad == 0 || beyond == 0 ? "" : ", ")
                + (beyond == 0 ? "" : beyond + " of " + all + " NOT SURVIVED");
        return verdict + "; seed " + seed + ", " + hours(simulated) + " simulated in " + Seconds.tenths(took) + " s";
    }

    private static String hours(Duration simulated) {
        return simulated.toMinutes() < 2 * 60 ? simulated.toMinutes() + " minutes"
                : Seconds.tenths(simulated.dividedBy(60 * 60)) + " hours";
    }
}
