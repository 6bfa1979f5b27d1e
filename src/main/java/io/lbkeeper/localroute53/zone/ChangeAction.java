package io.lbkeeper.localroute53.zone;

/** What one change does to one record set. */
public enum ChangeAction {
    /** Fails if the record set exists. */
    CREATE,
    /** Fails unless the record set exists and is exactly the given one. */
    DELETE,
    /** Creates or replaces, whatever is there. */
    UPSERT
}
