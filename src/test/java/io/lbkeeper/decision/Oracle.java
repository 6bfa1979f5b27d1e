package io.lbkeeper.decision;

import io.lbkeeper.decision.Scene.Address;
import io.lbkeeper.decision.Scene.Age;
import io.lbkeeper.decision.Scene.Moved;
import io.lbkeeper.decision.Scene.Namesake;
import io.lbkeeper.decision.Scene.Read;
import io.lbkeeper.decision.Scene.Seen;
import io.lbkeeper.decision.Scene.Setback;
import io.lbkeeper.decision.ZoneScene.At;
import io.lbkeeper.decision.ZoneScene.Challenger;
import io.lbkeeper.decision.ZoneScene.Claim;
import io.lbkeeper.decision.ZoneScene.Registered;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the design says is to be done, as an ordered table of situations in words: the first row that holds says it.
 * It knows nothing of how the decision is made.
 */
final class Oracle {
    /** One row: when it holds, the decision's name, and the sentence of the design that it is from. */
    record Row(String law, Predicate<Scene> when, Function<Scene, String> decision) {
        Row(String law, Predicate<Scene> when, String decision) {
            this(law, when, scene -> decision);
        }
    }

    /** What is to be done, and why. */
    record Said(String decision, String law) {
    }

    private static final String WHATEVER_IT_IS = "What is to be done for the service record.";

    private Oracle() {
    }

    static Said says(Scene scene) {
        List<Row> table = scene.stopped() || scene.read() == Read.FAILED ? BLIND
                : scene.zone().claim() == Claim.LB1 ? OWNER : scene.zone().claim().isMade() ? STANDBY : UNCLAIMED;
        Said service = first(table, scene);
        Said all = table == BLIND ? service : first(OWN.get(service.decision()), scene);
        return all.law().equals(WHATEVER_IT_IS) ? service : all;
    }

    private static Said first(List<Row> rows, Scene scene) {
        for (Row row : rows) {
            if (row.when().test(scene)) {
                return new Said(row.decision().apply(scene), row.law());
            }
        }
        throw new IllegalStateException("no row of the oracle holds for " + scene);
    }

    private static final List<Row> BLIND = List.of(
            new Row("After its own pause a node only observes for one cycle.", Scene::stopped, "RefuseToMove"),
            new Row("Could not ask is never taken for absent.", s -> s.read() == Read.FAILED, "RefuseToMove"));

    /** There is no owner record, or none that can be gone by. */
    private static final List<Row> UNCLAIMED = List.of(
            new Row("The owner record stops others from writing.", s -> s.zone().claim() == Claim.UNREADABLE,
                    "RefuseToMove"),
            new Row("CNAME, alias or weighted record there.", Oracle::isOdd, "RefuseToMove"),
            new Row("Service record absent, own HAProxy OK.", s -> isAbsent(s) && canServe(s), "CreateRecord"),
            new Row("Absent, and this node can't serve.", Oracle::isAbsent, "RefuseToMove"),
            new Row("The service record holds a known node's address.", Oracle::isKnownAddress, "AdoptRecord"),
            new Row("Unknown address that no owner record vouches for.", s -> true, "RefuseToMove"));

    private static final List<Row> OWNER = List.of(
            new Row("No node takes it from a living owner, whatever stands there.", s -> isChallenged(s)
                    && (s.own().is(Health.OK) || isUnjudged(s.own()) || s.own() == Seen.UNKNOWN_ONCE)
                    && (isOdd(s) || (isAbsent(s) ? !canServe(s) : !s.zone().vouched())), "RefuteChallenge"),
            new Row("CNAME, alias or weighted record there.", Oracle::isOdd, "RefuseToMove"),
            new Row("Absent, the owner is this node and well.", s -> isAbsent(s) && canServe(s), "CreateRecord"),
            new Row("Absent, the owner is this node and not well.", Oracle::isAbsent, "RefuseToMove"),
            new Row("Somebody else has changed it.", s -> !s.zone().vouched(), "RefuseToMove"),
            new Row("UNKNOWN never moves the record.", s -> isChallenged(s) && isUnjudged(s.own()), "RefuteChallenge"),
            new Row("UNKNOWN, not yet.", s -> s.own() == Seen.UNKNOWN_ONCE, "AwaitMoreChecks"),
            new Row("UNKNOWN, somebody has to look.", s -> isUnjudged(s.own()), "RefuseToMove"),
            new Row("Bad, and within grace.", s -> !s.own().is(Health.OK) && !isBadPastGrace(s), "AwaitMoreChecks"),
            new Row("Hold-down.", s -> !s.own().is(Health.OK) && holdDownSeconds(s) > 0, "RefuseToMove"),
            new Row("Own HAProxy bad past grace, a peer is OK now.", s -> !s.own().is(Health.OK)
                    && (isReady(s, s.lb2(), At.LB2) || isReady(s, s.lb3(), At.LB3)), "HandOver"),
            new Row("Own HAProxy bad past grace, and nobody to hand over to.", s -> !s.own().is(Health.OK),
                    "RefuseToMove"),
            new Row("Own address changed.", Oracle::hasMoved, "UpdateAddress"),
            new Row("The owner is challenged, own HAProxy OK.", Oracle::isChallenged, "RefuteChallenge"),
            new Row("Own address is told to be another.", s -> s.address() == Address.DISPUTED, "AwaitMoreChecks"),
            new Row("Nothing to do.", s -> true, "KeepRecord"));

    private static final List<Row> STANDBY = List.of(
            new Row("Two clusters on one name.", s -> s.zone().claim() == Claim.LB9, "RefuseToMove"),
            new Row("CNAME, alias or weighted record there.", Oracle::isOdd, "RefuseToMove"),
            new Row("Put back at its living owner.", s -> isAbsent(s) && !fails(s), "CreateRecord"),
            new Row("Somebody else has changed it.", s -> !isAbsent(s) && !s.zone().vouched(), "RefuseToMove"),
            new Row("No judgement, no move.", s -> owner(s) == Seen.NOT_CHECKED, "RefuseToMove"),
            new Row("UNKNOWN, not yet.", s -> owner(s) == Seen.UNKNOWN_ONCE, "AwaitMoreChecks"),
            new Row("Own challenge stands, owner is OK again.", s -> isOwnChallenge(s) && owner(s).is(Health.OK),
                    "WithdrawChallenge"),
            new Row("A challenge that can come to nothing makes room.", s -> isOwnChallenge(s) && (isNoBetter(s)
                    || fails(s) && isDown(s.own()) || owner(s) == Seen.UNKNOWN_OFTEN), "WithdrawChallenge"),
            new Row("Nothing to do.", s -> owner(s).is(Health.OK), "KeepRecord"),
            new Row("UNKNOWN never moves it; somebody has to look.", s -> owner(s) == Seen.UNKNOWN_OFTEN,
                    "RefuseToMove"),
            new Row("Both sides equally bad.", s -> isNoBetter(s) || isDown(s.own()), "RefuseToMove"),
            new Row("This node can't take over, and fewer than fall checks have failed.", s -> !canReplace(s)
                    && owner(s).times < 3, "AwaitMoreChecks"),
            new Row("This node can't take over.", s -> !canReplace(s), "RefuseToMove"),
            new Row("Another's challenge stands.", s -> isChallenged(s) && !isOwnChallenge(s)
                    && s.challenge() != Age.THREE_WINDOWS, "AwaitRefutation"),
            new Row("Hold-down, for longer than a challenge takes.", s -> !isOwnChallenge(s)
                    && holdDownSeconds(s) > 10, "RefuseToMove"),
            new Row("A refuted challenger waits.", s -> !isOwnChallenge(s) && s.setback() == Setback.REFUTED,
                    "RefuseToMove"),
            new Row("So does one that has withdrawn its challenge.", s -> !isOwnChallenge(s)
                    && s.setback() == Setback.WITHDRAWN, s -> owner(s).times < 3 ? "AwaitMoreChecks" : "RefuseToMove"),
            new Row("The owner failed a check, own HAProxy OK, no live challenge stands.", s -> !isOwnChallenge(s),
                    "Challenge"),
            new Row("Younger than the window, or fewer than fall failures, or held down.",
                    s -> s.challenge() == Age.YOUNG || owner(s).times < 3 || holdDownSeconds(s) > 0, "AwaitRefutation"),
            new Row("Own challenge stood for the window, fall failures, own HAProxy OK.", s -> true, "TakeOver"));

    /** What is left to say about each decision for the service record. */
    private static final Map<String, List<Row>> OWN = Stream.of("KeepRecord", "AwaitMoreChecks", "AwaitRefutation",
            "RefuseToMove", "CreateRecord", "AdoptRecord", "UpdateAddress", "Challenge", "WithdrawChallenge",
            "RefuteChallenge", "HandOver", "TakeOver").collect(Collectors.toMap(name -> name, Oracle::own));

    /** Before anything is changed, and where nothing else is: the read, the own name and the own address. */
    private static List<Row> own(String service) {
        boolean changes = !service.startsWith("Keep") && !service.startsWith("Await") && !service.startsWith("Refuse");
        return List.of(
                new Row("No write older than the state it was decided on.", s -> changes && s.read() != Read.NOW,
                        "RefuseToMove"),
                new Row("Not looked yet.", s -> isElsewhere(s) && s.namesake() == Namesake.NOT_LOOKED
                        && (changes || registers(s)), "AwaitMoreChecks"),
                new Row("Two nodes with one name.", s -> isElsewhere(s) && s.namesake() != Namesake.DEAD
                        && s.namesake() != Namesake.STRANGER && (changes || registers(s)), "RefuseToMove"),
                new Row(WHATEVER_IT_IS, s -> changes, service),
                new Row("Register the own name.", Oracle::registers, "UpdateAddress"),
                new Row("The own name can't be registered.", s -> service.equals("KeepRecord")
                        && s.zone().own() == Registered.CNAME && s.ownAddress().isPresent() && s.read() == Read.NOW,
                        "RefuseToMove"),
                new Row(WHATEVER_IT_IS, s -> true, service));
    }

    private static boolean isOdd(Scene s) {
        return s.zone().service() == At.CNAME || s.zone().service() == At.TWO_ADDRESSES
                || s.zone().service() == At.WEIGHTED;
    }

    private static boolean isAbsent(Scene s) {
        return s.zone().service() == At.NOWHERE;
    }

    private static boolean isKnownAddress(Scene s) {
        At at = s.zone().service();
        return s.ownAddress().filter(at.address::equals).isPresent()
                || at == At.LB1 && s.zone().own() == Registered.RIGHT && s.ownAddress().isEmpty()
                || (at == At.LB2 || at == At.LB3) && s.zone().peers();
    }

    private static boolean canServe(Scene s) {
        return (s.own() == Seen.OK || s.own() == Seen.OK_ONCE) && s.ownAddress().isPresent()
                && s.address() != Address.DISPUTED;
    }

    private static boolean isChallenged(Scene s) {
        return s.zone().challenger() != Challenger.NOBODY;
    }

    /** Whether the service record goes along, when the own address is set right. */
    static boolean movesWithIts(Scene s) {
        return s.zone().claim() == Claim.LB1 && s.zone().isOrderly() && !isAbsent(s) && s.own().is(Health.OK)
                && hasMoved(s);
    }

    private static boolean hasMoved(Scene s) {
        return s.ownAddress().filter(address -> !address.equals(s.zone().claimed())).isPresent();
    }

    private static boolean isUnjudged(Seen seen) {
        return seen.is(Health.UNKNOWN) || seen == Seen.NOT_CHECKED;
    }

    /** A local HAProxy may come back within lb.grace, and degraded counts after fall checks only. */
    private static boolean isBadPastGrace(Scene s) {
        return s.own().is(Health.DEGRADED) ? s.own().times >= 3 : s.own().isBad() && s.own().times >= 2;
    }

    /** A peer is OK now, and for fall checks where this node is only degraded; its own record says where it is. */
    static boolean isReady(Scene s, Seen peer, At at) {
        return s.zone().peers() && s.zone().service() != at
                && (peer == Seen.OK || peer == Seen.OK_ONCE && !s.own().is(Health.DEGRADED));
    }

    private static int holdDownSeconds(Scene s) {
        return s.moved() == Moved.JUST_NOW ? 11 : s.moved() == Moved.LATELY || s.moved() == Moved.THREE_LATELY ? 1 : 0;
    }

    private static Seen owner(Scene s) {
        return s.zone().claim() == Claim.LB2 ? s.lb2() : s.lb3();
    }

    private static boolean fails(Scene s) {
        return owner(s).isBad() || owner(s).is(Health.DEGRADED) && s.own().is(Health.OK);
    }

    private static boolean isNoBetter(Scene s) {
        return owner(s).is(Health.DEGRADED) && !s.own().is(Health.OK);
    }

    private static boolean isDown(Seen own) {
        return own == Seen.RISING || own.times >= 3 && (own.isBad() || own.is(Health.DEGRADED));
    }

    private static boolean canReplace(Scene s) {
        return canServe(s) && !s.ownAddress().get().equals(s.zone().claimed());
    }

    private static boolean isOwnChallenge(Scene s) {
        return s.zone().challenger() == Challenger.LB1;
    }

    /** By the records this node is somewhere else than it believes to be. */
    private static boolean isElsewhere(Scene s) {
        return s.ownAddress().isPresent() && (s.zone().own() == Registered.OLD
                || s.zone().claim() == Claim.LB1 && !s.zone().claimed().equals(s.ownAddress().get()));
    }

    private static boolean registers(Scene s) {
        return s.read() == Read.NOW && s.ownAddress().isPresent()
                && (s.zone().own() == Registered.MISSING || s.zone().own() == Registered.OLD);
    }
}
