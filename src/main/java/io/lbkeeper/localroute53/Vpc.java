package io.lbkeeper.localroute53;

import java.util.Objects;

/** A network in which a private zone is seen. */
record Vpc(String region, String id) {
    Vpc {
        Objects.requireNonNull(region);
        Objects.requireNonNull(id);
    }
}
