package io.lbkeeper.requests;

import java.util.Locale;

/** What can be asked of a node. */
public enum Kind {
    /** Move nothing. */
    PAUSE("paused"),
    /** Give the name away, and do not get it. */
    DRAIN("drained"),
    /** The same, because the machine goes down; it ends with the machine's boot. */
    LEAVE("going down"),
    /** Give the name away once. */
    SWITCHOVER("asked to switch over");

    private final String state;

    Kind(String state) {
        this.state = state;
    }

    /** What a node is of which it is asked, in words that go behind "is". */
    String state() {
        return state;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
