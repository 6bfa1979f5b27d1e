package io.lbkeeper.rehearsal.world;

/** Somebody who wants to see a run from its beginning, beside its referee. */
@FunctionalInterface
public interface Onlooker {
    /** One who looks away. */
    Onlooker NOBODY = (world, referee) -> { };

    /** May put a witness in the referee's place that tells the referee everything. */
    void joins(World world, Witness referee);
}
