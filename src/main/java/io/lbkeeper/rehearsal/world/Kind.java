package io.lbkeeper.rehearsal.world;

/** What kind of thing has happened. */
public enum Kind {
    FAULT, HEAL, AGENT, DECISION, CHANGE, BREACH
}
