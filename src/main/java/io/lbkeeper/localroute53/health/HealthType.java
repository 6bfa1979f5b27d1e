package io.lbkeeper.localroute53.health;

/** How a health check comes to its status. */
public enum HealthType {
    HTTP, HTTPS, HTTP_STR_MATCH, HTTPS_STR_MATCH, TCP, CALCULATED, CLOUDWATCH_METRIC, RECOVERY_CONTROL;

    /** Whether checkers connect to an endpoint. */
    boolean isEndpoint() {
        return ordinal() <= TCP.ordinal();
    }

    boolean isTls() {
        return this == HTTPS || this == HTTPS_STR_MATCH;
    }

    boolean searches() {
        return this == HTTP_STR_MATCH || this == HTTPS_STR_MATCH;
    }
}
