package io.lbkeeper.localroute53.faults;

import io.lbkeeper.localroute53.call.ApiOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The faults that stand now. They may be changed from any thread while calls are answered. A call is struck by those
 * that are for it, in the order in which they were set, up to the first that decides what the caller gets.
 */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper.local-route53");
    private final long seed;
    private final Random random;
    private final List<Count> standing = new ArrayList<>();

    private static final class Count {
        private final Fault fault;
        private long calls;
        private long struck;

        private Count(Fault fault) {
            this.fault = fault;
        }

        private boolean strikes(Random random) {
            calls++;
            boolean strikes = fault.times() instanceof Fault.Times.First first ? struck < first.calls()
                    : !(fault.times() instanceof Fault.Times.Chance chance)
                            || random.nextDouble() * 100 < chance.percent();
            if (strikes) {
                struck++;
            }
            return strikes;
        }
    }

    /**
     * A fault and what it has done since it was set.
     *
     * @param calls  how many calls it was for
     * @param struck how many of these it struck
     */
    public record Standing(Fault fault, long calls, long struck) {
    }

    /** @param seed of the chances: the same calls in the same order are struck again */
    public Faults(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    public long seed() {
        return seed;
    }

    /** Adds one behind those that stand. */
    public synchronized void add(Fault fault) {
        standing.add(new Count(fault));
    }

    /** Adds one; its text is told at {@link Fault}. */
    public void add(String fault) {
        add(Fault.parse(fault));
    }

    /** These stand from now on, and no others; all counts begin again. */
    public synchronized void replace(List<Fault> faults) {
        standing.clear();
        faults.forEach(this::add);
    }

    public void clear() {
        replace(List.of());
    }

    public synchronized List<Standing> standing() {
        return standing.stream().map(count -> new Standing(count.fault, count.calls, count.struck)).toList();
    }

    /** What strikes this call. */
    public synchronized List<Fault> strike(Optional<ApiOperation> operation) {
        List<Fault> striking = new ArrayList<>();
        for (Count count : standing) {
            if (count.fault.isFor(operation) && count.strikes(random)) {
                LOG.info("fault {} struck {}, its {}. call: {}", count.fault,
                        operation.map(ApiOperation::apiName).orElse("an unknown call"), count.calls,
                        count.fault.kind().effect());
                striking.add(count.fault);
                if (count.fault.kind().ends()) {
                    return striking;
                }
            }
        }
        return striking;
    }

    /** For how long changes stay PENDING by a fault. */
    public synchronized Duration pending() {
        return standing.stream().filter(count -> count.fault.kind() == FaultKind.PENDING)
                .map(count -> count.fault.time()).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
