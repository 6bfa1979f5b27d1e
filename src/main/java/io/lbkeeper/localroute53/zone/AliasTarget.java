package io.lbkeeper.localroute53.zone;

import java.util.Objects;

/** Where an alias record takes its data from. */
public record AliasTarget(String hostedZoneId, String dnsName, boolean evaluateTargetHealth) {
    public AliasTarget {
        Objects.requireNonNull(hostedZoneId);
        Objects.requireNonNull(dnsName);
    }
}
