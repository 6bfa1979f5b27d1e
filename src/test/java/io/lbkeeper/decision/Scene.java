package io.lbkeeper.decision;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One situation, in words: the records, what is seen of each node's HAProxy, and what is remembered. The oracle goes
 * by these words alone; {@link #given()} says the same in the values that the decision gets.
 */
record Scene(ZoneScene zone, Seen own, Seen lb2, Seen lb3, Age challenge, Setback setback, Moved moved, Address address,
        Namesake namesake, Read read, boolean stopped) {
    static final Rules RULES = new Rules("lb1", List.of("lb1", "lb2", "lb3"), "example.com", List.of("lb.example.com"),
            Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(1), 3, 2, Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofSeconds(60));
    static final Duration AT = Duration.ofSeconds(1000);
    private static final Map<ZoneScene, Map<String, Records>> READ = new HashMap<>();

    /**
     * One node's HAProxy: the health that is seen now, and how many checks like it there have been up to now; or what
     * was seen before, where the check of this cycle is still out.
     */
    enum Seen {
        NOT_CHECKED(null, 0), OK(Health.OK, 9), OK_ONCE(Health.OK, 1), OK_BEFORE(Health.OK, 9), RISING(Health.OK, 1),
        UNKNOWN_ONCE(Health.UNKNOWN, 1), UNKNOWN_OFTEN(Health.UNKNOWN, 3),
        DEGRADED_ONCE(Health.DEGRADED, 1), DEGRADED_TWICE(Health.DEGRADED, 2), DEGRADED_OFTEN(Health.DEGRADED, 3),
        STOPPING_ONCE(Health.STOPPING, 1), STOPPING_OFTEN(Health.STOPPING, 3),
        DEAD_ONCE(Health.DEAD, 1), DEAD_TWICE(Health.DEAD, 2), DEAD_OFTEN(Health.DEAD, 3),
        DEAD_TWICE_BEFORE(Health.DEAD, 2), DEAD_OFTEN_BEFORE(Health.DEAD, 3),
        STRANGER_ONCE(Health.STRANGER, 1), STRANGER_OFTEN(Health.STRANGER, 3);

        final Health health;
        final int times;

        Seen(Health health, int times) {
            this.health = health;
            this.times = times;
        }

        boolean is(Health which) {
            return health == which;
        }

        boolean isBad() {
            return is(Health.DEAD) || is(Health.STOPPING) || is(Health.STRANGER);
        }

        boolean isOut() {
            return name().endsWith("_BEFORE");
        }

        /** The standing that the check of this cycle adds to, once it is in. */
        Optional<Streak> before() {
            boolean failed = health != null && health.isFailure();
            int row = isOut() ? times : times - 1;
            return health == null || row < 0 || row == 0 && this != RISING ? Optional.empty()
                    : Optional.of(new Streak(this != RISING && row < 3 || this == OK || this == OK_BEFORE,
                            failed ? row : 0, is(Health.OK) && this != RISING ? row : 0,
                            is(Health.UNKNOWN) ? row : 0, 0, failed ? Optional.of(AT.minusSeconds(5L * row))
                                    : Optional.empty(), new Check(health, "before")));
        }
    }

    /** For how long the challenge in the owner record is known here: the window is 10 s. */
    enum Age {
        YOUNG(9), WINDOW(10), TWO_WINDOWS(29), THREE_WINDOWS(30);

        final int seconds;

        Age(int seconds) {
            this.seconds = seconds;
        }
    }

    /** Whether a challenge of this node's has come to nothing, and it has to wait. */
    enum Setback {
        NONE, REFUTED, WITHDRAWN, LONG_AGO
    }

    /** The moves of this node, with {@code lb.hold-down=60s}. */
    enum Moved {
        NEVER, JUST_NOW, LATELY, LONG_AGO, THREE_LATELY
    }

    /** What is known of the own address. */
    enum Address {
        KNOWN, NOT_TOLD_NOW, DISPUTED, CHANGED, NEVER_TOLD, NONE
    }

    /** Who answers where this node would be by its own records. */
    enum Namesake {
        NOT_LOOKED, OK, UNKNOWN, DEAD, STRANGER
    }

    /** How the records were read. */
    enum Read {
        NOW, EARLIER, EARLIER_AND_SENT_SINCE, FAILED
    }

    record Given(Observation seen, Memory memory, Rules rules) {
        Decision decision() {
            return DecisionTable.decide(seen, memory, rules);
        }
    }

    /** The own address, as it is believed. */
    Optional<String> ownAddress() {
        return switch (address) {
            case KNOWN, NOT_TOLD_NOW, DISPUTED -> Optional.of(ZoneScene.At.LB1.address);
            case CHANGED -> Optional.of("203.0.113.77");
            case NEVER_TOLD -> Optional.of(zone.claimed()).filter(a -> zone.claim() == ZoneScene.Claim.LB1);
            case NONE -> Optional.empty();
        };
    }

    Records records() {
        return READ.computeIfAbsent(zone, z -> new HashMap<>()).computeIfAbsent(
                ownAddress().orElse(ZoneScene.At.LB1.address), a -> zone.records(RULES, a));
    }

    Given given() {
        return given(RULES, records());
    }

    /** The same situation with a DNS provider that can do this. */
    Given given(Powers powers) {
        Rules rules = RULES.with(powers);
        return given(rules, zone.records(rules, ownAddress().orElse(ZoneScene.At.LB1.address)));
    }

    private Given given(Rules rules, Records records) {
        Map<String, Check> checks = new HashMap<>();
        Map<String, Streak> before = new HashMap<>();
        Set<String> out = new HashSet<>();
        note("lb1", own, checks, out, before);
        note("lb2", lb2, checks, out, before);
        note("lb3", lb3, checks, out, before);
        Map<String, Check> namesakes = new HashMap<>();
        if (namesake != Namesake.NOT_LOOKED) {
            records.addressesElsewhere("lb1", ownAddress()).forEach(a -> namesakes.put(a,
                    new Check(Health.valueOf(namesake.name()), "seen")));
        }
        Answer<Records> said = read == Read.FAILED ? Answer.couldNotAsk("Throttling") : Answer.value(records);
        boolean fresh = read == Read.NOW || read == Read.FAILED;
        Observation seen = new Observation(AT, stopped ? Duration.ofSeconds(63) : Duration.ZERO, heard(), checks, out,
                namesakes, said, fresh, "fresh", Requests.none());
        Memory memory = new Memory(belief(), before, Optional.of(records), Optional.of(AT.minusSeconds(5)), sending(),
                moves(), contest(), false);
        return new Given(seen, memory.after(seen, rules), rules);
    }

    private static void note(String node, Seen what, Map<String, Check> checks, Set<String> out,
            Map<String, Streak> before) {
        if (what.isOut()) {
            out.add(node);
        }
        if (what.health != null) {
            checks.put(node, new Check(what.health, "seen"));
        }
        what.before().ifPresent(streak -> before.put(node, streak));
    }

    private Answer<String> heard() {
        return switch (address) {
            case KNOWN -> Answer.value(ZoneScene.At.LB1.address);
            case CHANGED, DISPUTED -> Answer.value("203.0.113.77");
            case NOT_TOLD_NOW, NEVER_TOLD -> Answer.couldNotAsk("silence");
            case NONE -> Answer.absent("404");
        };
    }

    private Belief belief() {
        Answer<String> told = switch (address) {
            case KNOWN, NOT_TOLD_NOW, DISPUTED -> Answer.value(ZoneScene.At.LB1.address);
            case CHANGED -> Answer.value("203.0.113.77");
            case NEVER_TOLD -> Answer.couldNotAsk("silence");
            case NONE -> Answer.absent("404");
        };
        return new Belief(told, told, 0, 0, true);
    }

    private Sending sending() {
        return read == Read.EARLIER_AND_SENT_SINCE ? new Sending(true, 0, Set.of(), Optional.empty())
                : Sending.none();
    }

    private Moves moves() {
        return switch (moved) {
            case NEVER -> Moves.none();
            case JUST_NOW -> new Moves(List.of(AT.minusSeconds(49)));
            case LATELY -> new Moves(List.of(AT.minusSeconds(59)));
            case LONG_AGO -> new Moves(List.of(AT.minusSeconds(200), AT.minusSeconds(60)));
            // The third within ten minutes has doubled the hold-down.
            case THREE_LATELY -> new Moves(List.of(AT.minusSeconds(400), AT.minusSeconds(300), AT.minusSeconds(119)));
        };
    }

    private Contest contest() {
        Optional<Contest.Standing> standing = zone.claim().isMade()
                && zone.challenger() != ZoneScene.Challenger.NOBODY
                ? Optional.of(new Contest.Standing(zone.challenger().node(), "earlier",
                        AT.minusSeconds(challenge.seconds))) : Optional.empty();
        return new Contest(standing, switch (setback) {
            case NONE -> Optional.empty();
            case REFUTED -> Optional.of(new Contest.Setback(AT.minusSeconds(9), Duration.ofSeconds(10), true));
            case WITHDRAWN -> Optional.of(new Contest.Setback(AT.minusSeconds(9), Duration.ofSeconds(10), false));
            case LONG_AGO -> Optional.of(new Contest.Setback(AT.minusSeconds(10), Duration.ofSeconds(10), true));
        });
    }
}
