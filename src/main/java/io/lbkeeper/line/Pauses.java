package io.lbkeeper.line;

import java.time.Duration;

/**
 * How long it takes until a line is opened again. The first time there is no pause: a HAProxy that was reloaded is
 * watched again at once. Each further line that comes to nothing doubles it, so that a HAProxy, or something on the way
 * to it, that ends all lines costs a check in ten minutes.
 *
 * @param inVain so many lines in a row have come to nothing
 */
public record Pauses(int inVain) {
    /** One that was held for so long was of use, and so old it is renewed. */
    public static final Duration OF_USE = Duration.ofMinutes(1);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 7;

    public static Pauses none() {
        return new Pauses(0);
    }

    /** After a line that was held for {@code held}; zero for one that was never answered. */
    public Pauses after(Duration held) {
        return new Pauses(held.compareTo(OF_USE) < 0 ? inVain + 1 : 1);
    }

    public Duration next() {
        if (inVain < 2) {
            return Duration.ZERO;
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(inVain - 2, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
