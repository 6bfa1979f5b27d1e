package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.world.ApiTrouble;
import io.lbkeeper.rehearsal.world.Face;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.HumanEdit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What a fault is called, and what is said when it begins and when it heals. */
final class FaultWords {
    private static final Map<Class<?>, Words<Fault>> ALL = new LinkedHashMap<>();

    static {
        say(Fault.LinkCut.class, f -> "network", f -> f.one() + "-" + f.other() + " cut",
                f -> "no packet goes between " + f.one() + " and " + f.other() + " any more",
                f -> f.one() + " and " + f.other() + " reach each other again");
        say(Fault.OneWayCut.class, f -> "network", f -> f.from() + " to " + f.to() + " cut",
                f -> "no packet goes from " + f.from() + " to " + f.to() + " any more, the other way is open",
                f -> "packets go from " + f.from() + " to " + f.to() + " again");
        say(Fault.Loss.class, f -> "network", f -> percent(f.share()) + " loss " + f.one() + "-" + f.other(),
                f -> percent(f.share()) + " of the packets between " + f.one() + " and " + f.other() + " are lost",
                f -> "no packets between " + f.one() + " and " + f.other() + " are lost any more");
        say(Fault.Delay.class, f -> "network", f -> "+" + Seconds.brief(f.more()) + " " + f.one() + "-" + f.other(),
                f -> "packets between " + f.one() + " and " + f.other() + " take " + Seconds.brief(f.more())
                        + " longer, each way",
                f -> "packets between " + f.one() + " and " + f.other() + " are as fast as usual again");
        sayOfMachines();
        sayOfHaproxies();
        sayOfLines();
        sayOfAgents();
        sayOfTheProvider();
    }

    private record Words<F>(Function<F, String> where, Function<F, String> brief, Function<F, String> begins,
            Function<F, String> heals) {
    }

    private FaultWords() {
    }

    /** Which of {@code lb1}, {@code lb2}, …, {@code network}, {@code dns} and {@code people} it happens to. */
    static String where(Fault fault) {
        return of(fault).where().apply(fault);
    }

    /** Two or three words. */
    static String brief(Fault fault) {
        return of(fault).brief().apply(fault);
    }

    static String begins(Fault fault) {
        return of(fault).begins().apply(fault);
    }

    static String heals(Fault fault) {
        return of(fault).heals().apply(fault);
    }

    private static Words<Fault> of(Fault fault) {
        return ALL.get(fault.getClass());
    }

    private static void sayOfMachines() {
        say(Fault.MachineOff.class, Fault.MachineOff::node, f -> f.node() + " off",
                f -> "the machine is switched off", f -> "the machine comes up again");
        say(Fault.MachineBlackholed.class, Fault.MachineBlackholed::node, f -> f.node() + " cut off",
                f -> "the machine runs, but all its packets are dropped", f -> "its packets get through again");
        say(Fault.MachinePaused.class, Fault.MachinePaused::node, f -> f.node() + " stands still",
                f -> "the machine as a whole stands still", f -> "the machine goes on");
        say(Fault.AddressRecycled.class, Fault.AddressRecycled::node, f -> f.node() + "'s address recycled",
                f -> "the machine is gone, and a stranger's has its address",
                f -> "the machine is back, at another address");
        say(Fault.AddressChanged.class, Fault.AddressChanged::node, f -> f.node() + " new address",
                f -> "the machine has another address from now on; at the old one " + switch (f.old()) {
                    case SILENT -> "nobody answers";
                    case REFUSED -> "connections are refused";
                    case STRANGER -> "a stranger answers";
                }, f -> "(the address stays)");
    }

    private static void sayOfHaproxies() {
        say(Fault.HaproxyKilled.class, Fault.HaproxyKilled::node, f -> f.node() + " HAProxy down",
                f -> "HAProxy is killed", f -> "HAProxy starts again");
        say(Fault.HaproxyHung.class, Fault.HaproxyHung::node, f -> f.node() + " HAProxy hung",
                f -> "HAProxy hangs: it takes connections and does not answer", f -> "HAProxy answers again");
        say(Fault.HaproxyShows.class, Fault.HaproxyShows::node, f -> f.node() + " " + face(f.face()),
                f -> "HAProxy's page: " + face(f.face()), f -> "HAProxy's page is as it should be again");
        say(Fault.HaproxyReloads.class, Fault.HaproxyReloads::node, f -> f.node() + " reloads",
                f -> "HAProxy is reloaded every " + Seconds.brief(f.every()), f -> "no more reloads");
    }

    private static void sayOfLines() {
        say(Fault.LinesDrop.class, Fault.LinesDrop::node, f -> f.node() + " lines drop",
                f -> "idle connections to HAProxy are reset every " + Seconds.brief(f.every()),
                f -> "idle connections last again");
    }

    private static void sayOfAgents() {
        say(Fault.AddressSourceFails.class, Fault.AddressSourceFails::node, f -> f.node() + " address source",
                f -> "where lbkeeper asks for its own address: " + switch (f.trouble()) {
                    case SILENT -> "no answer";
                    case ABSENT -> "\"there is none\"";
                    case LYING -> "a wrong one now and then";
                }, f -> "its own address is told rightly again");
        say(Fault.AgentKilled.class, Fault.AgentKilled::node, f -> f.node() + " lbkeeper dead",
                f -> "lbkeeper is killed and stays away", f -> "lbkeeper is started again");
        say(Fault.AgentFrozen.class, Fault.AgentFrozen::node, f -> f.node() + " lbkeeper frozen",
                f -> "lbkeeper is stopped (SIGSTOP)", f -> "lbkeeper is let go on (SIGCONT)");
        say(Fault.AgentFrozenBeforeWrite.class, Fault.AgentFrozenBeforeWrite::node,
                f -> f.node() + " freezes at a write", f -> "from now on: lbkeeper will be stopped when it is about "
                        + "to send a change", f -> "lbkeeper is let go on, if it was stopped");
        say(Fault.AgentKilledBeforeWrite.class, Fault.AgentKilledBeforeWrite::node,
                f -> f.node() + " dies at a write", f -> "from now on: lbkeeper will be killed when it is about to "
                        + "send a change", f -> "lbkeeper is started again, if it was killed");
    }

    private static void sayOfTheProvider() {
        say(Fault.ApiCut.class, f -> "dns", f -> f.node() + "-API cut",
                f -> f.node() + " does not reach the DNS provider's API any more",
                f -> f.node() + " reaches the DNS provider's API again");
        say(Fault.ApiFails.class, f -> "dns", f -> f.node() + " API " + trouble(f.trouble()),
                f -> (f.share() < 1 ? percent(f.share()) + " of " : "") + f.node() + "'s calls of the API: "
                        + trouble(f.trouble()), f -> f.node() + "'s calls of the API are well again");
        say(Fault.Human.class, f -> "people", f -> edit(f.edit()), f -> "somebody edits the records: "
                + edit(f.edit()), f -> "somebody puts the records right, where that is still needed");
    }

    private static String face(Face face) {
        return switch (face) {
            case WELL -> "all well";
            case BACKENDS_DOWN -> "no server of its backend is up";
            case STOPPING -> "stopping softly, no frontend open";
            case UNAUTHORIZED -> "401, a password is wanted";
            case FORBIDDEN -> "403, not for this address";
            case UNAVAILABLE -> "503";
            case GARBAGE -> "no CSV";
            case JUST_STARTED -> "just started, nothing checked yet";
        };
    }

    private static String trouble(ApiTrouble trouble) {
        return switch (trouble) {
            case THROTTLED -> "throttled";
            case FORBIDDEN -> "403";
            case UNAVAILABLE -> "503";
            case REQUEST_LOST -> "requests lost";
            case REPLY_LOST -> "answers lost";
            case LATE -> "carried out late";
            case SLOW -> "slow";
        };
    }

    private static String edit(HumanEdit edit) {
        return edit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static <F extends Fault> void say(Class<F> kind, Function<F, String> where, Function<F, String> brief,
            Function<F, String> begins, Function<F, String> heals) {
        ALL.put(kind, new Words<>(f -> where.apply(kind.cast(f)), f -> brief.apply(kind.cast(f)),
                f -> begins.apply(kind.cast(f)), f -> heals.apply(kind.cast(f))));
    }
}
