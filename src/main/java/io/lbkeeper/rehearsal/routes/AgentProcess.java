package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.rehearsal.time.NodeTime;
import io.lbkeeper.rehearsal.world.World;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The process that a node's agent would be: what its threads, its timers and its calls of the world go through. While
 * it is not running nothing can be begun in it.
 */
final class AgentProcess {
    private final Baton baton;
    private final String node;
    private NodeTime time;
    private World world;
    private SimulatedProvider provider;
    private Life life = new Life();

    AgentProcess(Baton baton, String node) {
        this.baton = baton;
        this.node = node;
        life.end();
    }

    void start(NodeTime own, World outside, SimulatedProvider dns) {
        time = own;
        world = outside;
        provider = dns;
        life = new Life();
    }

    void kill() {
        baton.end(life);
    }

    boolean isRunning() {
        return !life.isOver();
    }

    String node() {
        return node;
    }

    World world() {
        return world;
    }

    SimulatedProvider provider() {
        return provider;
    }

    /** The machine's monotonic clock. */
    Duration now() {
        return time == null ? Duration.ZERO : time.now();
    }

    /** Begins this work, on a stack of its own, as soon as the present event is over. */
    void begin(Runnable work) {
        baton.begin(life, Carrier.isBeside(), work);
    }

    /** Begins this work after a while, unless the process has ended by then. */
    void beginAfter(Duration wait, Runnable work) {
        beginAfter(wait, Carrier.isBeside(), work);
    }

    /** The same for what belongs to a cycle, or runs beside the cycles. */
    void beginAfter(Duration wait, boolean beside, Runnable work) {
        Life mine = life;
        if (!mine.isOver()) {
            time.after(wait, () -> baton.begin(mine, beside, work));
        }
    }

    /** Asks the world, and waits in virtual time; {@code question} gets where to put the answer. */
    <T> T ask(Consumer<Consumer<T>> question) {
        return baton.ask(question);
    }

    /** Answers a question with nothing after a while, unless it has been answered before. */
    void tellAfter(Duration wait, Consumer<?> then) {
        time.after(wait, () -> then.accept(null));
    }
}
