package io.lbkeeper.rehearsal;

/** How many of the random schedules are played: all with {@code -Drehearsal.full=true}, else a tenth of them. */
public final class Share {
    private static final int PART = 10;

    private Share() {
    }

    public static int of(int schedules) {
        return Boolean.getBoolean("rehearsal.full") ? schedules : schedules / PART;
    }
}
