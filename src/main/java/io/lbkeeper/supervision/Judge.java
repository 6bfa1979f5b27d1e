package io.lbkeeper.supervision;

/** Says whether an edition may run, before anything of it does. */
@FunctionalInterface
public interface Judge {

    /** @throws RefusedException if it may not, or can't be judged now */
    void judge(Edition edition) throws RefusedException, InterruptedException;
}
