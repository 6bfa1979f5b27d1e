package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Optional;

/** temporary */
public record OwnerRecord(String owner, String address, long epoch, String nonce, Duration inter,
        Optional<String> challenger) {
}
