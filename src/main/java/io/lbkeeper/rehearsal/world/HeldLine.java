package io.lbkeeper.rehearsal.world;

/** An idle connection that an agent holds to a HAProxy. */
public final class HeldLine {
    private final int from;
    private final Runnable ended;
    private boolean letGo;

    HeldLine(int from, Runnable ended) {
        this.from = from;
        this.ended = ended;
    }

    /** Its holder closes it, and is told of no end any more. */
    public void letGo() {
        letGo = true;
    }

    int from() {
        return from;
    }

    void tell() {
        if (!letGo) {
            ended.run();
        }
    }
}
