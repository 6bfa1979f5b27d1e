package io.lbkeeper.notice;

/** From which kind of news on people are told. */
public enum Least {
    /** Alarms, and that they are over. */
    ALARMS,
    /** The same, and what is changed of the service. */
    MOVES,
    /** Every new decision. */
    ALL;

    boolean takes(Notice.Kind kind) {
        return switch (kind) {
            case ALARM, WELL, TEST -> true;
            case MOVE -> this != ALARMS;
            case NEWS -> this == ALL;
        };
    }
}
