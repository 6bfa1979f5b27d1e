package io.lbkeeper.observation;

import java.time.Duration;
import java.util.Optional;

/**
 * One row of a stats page.
 *
 * @param proxy       the name of the frontend, backend or listen section
 * @param name        the server's name, or {@code FRONTEND} or {@code BACKEND}
 * @param status      HAProxy's words: {@code OPEN}, {@code UP}, {@code UP 1/3}, {@code MAINT (via x/y)}, …
 * @param checkStatus the last check's result: {@code L7OK}, {@code L4CON}, …, {@code INI} before the first one
 * @param lastChange  the time since the status changed, where the page tells it
 * @see <a href="https://docs.haproxy.org/2.6/management.html#9.1">HAProxy management guide, CSV format</a>
 */
record StatsRow(String proxy, String name, Kind kind, String status, String checkStatus,
                Optional<Duration> lastChange) {
    enum Kind { FRONTEND, BACKEND, SERVER, LISTENER }

    /** Whether clients can connect. {@code FULL} was 1.x's and 2.x's word for a frontend at its limit. */
    boolean isOpen() {
        return status.equals("OPEN") || status.equals("FULL");
    }

    /** Whether it takes traffic: {@code UP}, {@code UP 1/3}, {@code UP (UNPUB)}, {@code no check}. */
    boolean isUp() {
        return status.startsWith("UP") || status.equals("no check");
    }

    /** Whether it is up only because nobody has looked yet. */
    boolean isUnchecked() {
        return checkStatus.equals("INI");
    }
}
