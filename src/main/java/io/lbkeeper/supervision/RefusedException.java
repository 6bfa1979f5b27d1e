package io.lbkeeper.supervision;

import java.util.function.UnaryOperator;

/** An edit is not taken up; the message says what is wrong with it, a line for each mistake. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean passing;

    public RefusedException(String message) {
        this(message, null, false);
    }

    public RefusedException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private RefusedException(String message, Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    /** It could not be judged, or not be tried, which says nothing of the edit: it is worth another try. */
    public static RefusedException forNow(String message, Throwable cause) {
        return new RefusedException(message, cause, true);
    }

    /** The same without what must not be shown. */
    public RefusedException masked(UnaryOperator<String> mask) {
        return new RefusedException(mask.apply(getMessage()), getCause(), passing);
    }

    public boolean isPassing() {
        return passing;
    }
}
