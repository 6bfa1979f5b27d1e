package io.lbkeeper.cycle;

import java.util.Optional;

/** Hears what the right HAProxy tells beside its stats page; on the check's thread, so that it must not block. */
@FunctionalInterface
public interface Ear {
    /** One that listens to nothing. */
    Ear DEAF = (target, settings, date) -> { };

    /**
     * @param settings what the lbkeeper there has told its HAProxy of the settings that all nodes must agree on
     * @param date     that machine's clock, as an HTTP date
     */
    void heard(Target target, Optional<String> settings, Optional<String> date);
}
