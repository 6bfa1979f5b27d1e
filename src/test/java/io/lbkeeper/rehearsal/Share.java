package io.lbkeeper.rehearsal;

/** How many of the random schedules are played: all with {@code -Drehearsal.full=true}, else a tenth of them. */
public final class Share {
    private static final int PART = 10;

    private Share() {
    }

    public static int of(int schedules) {
        return of(schedules, 0);
    }

    /** @param elsewhere how many of the tenth another test plays, and judges as well */
    public static int of(int schedules, int elsewhere) {
        return Boolean.getBoolean("rehearsal.full") ? schedules : schedules / PART - elsewhere;
    }
}
