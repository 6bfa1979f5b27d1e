package io.lbkeeper.rehearsal.routes;

/** One piece of a node's work with a stack of its own: what in the real service is a thread, or a task on one. */
final class Strand {
    private final Life life;
    private final Runnable work;
    private final boolean beside;
    /** Whose stack it is on, once it has begun. */
    private Carrier carrier;
    /** What it waits for; there where it has stopped to wait. */
    private Object question;

    /** @param beside whether it belongs to a route that runs beside the cycles */
    Strand(Life life, boolean beside, Runnable work) {
        this.life = life;
        this.beside = beside;
        this.work = work;
        life.strands().add(this);
    }

    Life life() {
        return life;
    }

    boolean isBeside() {
        return beside;
    }

    Carrier carrier() {
        return carrier;
    }

    boolean waitsFor(Object answer) {
        return question == answer;
    }

    boolean isWaiting() {
        return question != null;
    }

    void waitFor(Object answer) {
        question = answer;
    }

    void waitNoMore() {
        question = null;
    }

    void runOn(Carrier thread) {
        carrier = thread;
        try {
            life.mustGoOn();
            work.run();
        } catch (Life.Ended end) {
            // It has nothing more to say.
        } finally {
            life.strands().remove(this);
        }
    }
}
