package io.lbkeeper.nameserver;

/**
 * The serials of a zone's copies, which go round in a circle: the newer one is less than half of it ahead.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1982#section-3.2">RFC 1982: comparison</a>
 */
public final class Serials {
    private Serials() {
    }

    /** More than zero where the first is the newer one, as a comparator tells it. */
    public static int compare(long one, long other) {
        return Integer.signum((int) (one - other));
    }
}
