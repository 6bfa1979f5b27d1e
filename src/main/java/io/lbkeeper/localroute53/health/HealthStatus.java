package io.lbkeeper.localroute53.health;

/** What the health checkers report. The local endpoint has none: its operator says what they would. */
public enum HealthStatus {
    HEALTHY,
    UNHEALTHY,
    /** No report yet; Route 53 then takes an endpoint for healthy. */
    UNKNOWN
}
