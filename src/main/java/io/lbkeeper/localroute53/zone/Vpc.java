package io.lbkeeper.localroute53.zone;

import java.util.Objects;

/** A network in which a private zone is seen. */
public record Vpc(String region, String id) {
    public Vpc {
        Objects.requireNonNull(region);
        Objects.requireNonNull(id);
    }
}
