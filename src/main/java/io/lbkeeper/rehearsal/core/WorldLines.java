package io.lbkeeper.rehearsal.core;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.line.Lines;
import io.lbkeeper.line.Pauses;
import io.lbkeeper.rehearsal.world.Glance;
import io.lbkeeper.rehearsal.world.HeldLine;
import io.lbkeeper.rehearsal.world.World;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lines in the simulated world, opened, renewed and opened again as {@code SocketLines} does. A renewal is seen by its
 * effect only: a line that was held for a minute was of use.
 */
public final class WorldLines implements Lines {
    private final Supplier<World> world;
    private final String node;
    private final Consumer<Target> ended;
    private final Map<Target, Place> places = new LinkedHashMap<>();

    /** @param world where the node is, once it is anywhere */
    public WorldLines(Supplier<World> world, String node, Consumer<Target> ended) {
        this.world = world;
        this.node = node;
        this.ended = ended;
    }

    @Override
    public void hold(Collection<Target> well) {
        List<Target> pages = well.stream().filter(target -> Glance.of(target.url()) == Glance.PAGE).toList();
        places.entrySet().removeIf(known -> !pages.contains(known.getKey()) && known.getValue().letGo());
        pages.forEach(target -> places.computeIfAbsent(target, Place::new).open());
    }

    @Override
    public void close() {
        hold(List.of());
    }

    private final class Place {
        private final Target target;
        private Optional<HeldLine> held = Optional.empty();
        private Duration since = Duration.ZERO;
        private Pauses pauses = Pauses.none();
        private Duration notBefore = Duration.ZERO;

        Place(Target target) {
            this.target = target;
        }

        void open() {
            Duration now = world.get().now();
            if (held.isEmpty() && now.compareTo(notBefore) >= 0) {
                held = world.get().hold(node, target.address(), this::end);
                since = now;
            }
        }

        boolean letGo() {
            held.ifPresent(HeldLine::letGo);
            return true;
        }

        private void end() {
            Duration now = world.get().now();
            held = Optional.empty();
            pauses = pauses.after(now.minus(since));
            notBefore = now.plus(pauses.next());
            ended.accept(target);
        }
    }
}
