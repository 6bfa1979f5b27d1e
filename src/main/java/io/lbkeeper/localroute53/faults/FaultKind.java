package io.lbkeeper.localroute53.faults;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can go wrong with a call on demand. */
public enum FaultKind {
    THROTTLE("throttle", "400 Throttling, \"Rate exceeded\"; not applied"),
    PRIOR_REQUEST("prior-request", "400 PriorRequestNotComplete; not applied"),
    ERROR_500("error-500", "500 InternalFailure; not applied"),
    ERROR_503("error-503", "503 ServiceUnavailable; not applied"),
    BARE_500("bare-500", "500 without a body; not applied"),
    BARE_503("bare-503", "503 without a body; not applied"),
    ERROR_AFTER("error-after", "applied, then 500 InternalFailure"),
    DROP_BEFORE("drop-before", "the connection is closed without an answer; not applied"),
    DROP_AFTER("drop-after", "applied, then the connection is closed without an answer"),
    CUT_BODY("cut-body", "applied, then the answer ends in the middle"),
    LOST_API("lost-api", "no answer for a minute, then closed; not applied"),
    DELAY_BEFORE("delay-before", "waits before it applies"),
    DELAY_AFTER("delay-after", "applies, and waits before it answers"),
    PENDING("pending", "GetChange tells PENDING for so long after the change");

    private final String word;
    private final String effect;

    FaultKind(String word, String effect) {
        this.word = word;
        this.effect = effect;
    }

    /** As it is written in a fault. */
    public String word() {
        return word;
    }

    /** What the caller sees, in a few words. */
    public String effect() {
        return effect;
    }

    /** Whether it is written with a duration, as {@code delay-before=2s}. */
    public boolean takesTime() {
        return this == DELAY_BEFORE || this == DELAY_AFTER || this == PENDING;
    }

    /** Whether it decides what the caller gets, so that no other fault can strike the same call after it. */
    public boolean ends() {
        return !takesTime();
    }

    static Optional<FaultKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(kind -> kind.takesTime() ? kind.word + "=TIME" : kind.word)
                .collect(Collectors.joining(", "));
    }
}
