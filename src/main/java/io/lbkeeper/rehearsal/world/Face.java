package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Health;

/** What a running HAProxy shows on its stats page. */
public enum Face {
    WELL(Health.OK),
    /** Its only backend has no server that is up. */
    BACKENDS_DOWN(Health.DEGRADED),
    /** It was told to stop softly: no frontend is open any more. */
    STOPPING(Health.STOPPING),
    /** It asks for a password that this cluster does not know. */
    UNAUTHORIZED(Health.UNKNOWN),
    /** It does not know its peers' addresses. */
    FORBIDDEN(Health.UNKNOWN),
    UNAVAILABLE(Health.UNKNOWN),
    /** A page that is no CSV. */
    GARBAGE(Health.UNKNOWN),
    /** No server has been checked yet. */
    JUST_STARTED(Health.UNKNOWN);

    private final Health health;

    Face(Health health) {
        this.health = health;
    }

    /** Whether clients are served, whatever a check makes of the page. */
    public boolean serves() {
        return this != BACKENDS_DOWN && this != STOPPING;
    }

    /** What a check of the right node makes of it. */
    public Health health() {
        return health;
    }
}
