package io.lbkeeper.routes;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.line.Lines;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in the place of the bean {@code lines}: keeps to whom lines were wanted, in each cycle. */
public final class HeldTargets implements Lines {
    final List<List<Target>> wanted = new CopyOnWriteArrayList<>();

    @Override
    public void hold(Collection<Target> well) {
        wanted.add(List.copyOf(well));
    }

    @Override
    public void close() {
        wanted.clear();
    }
}
