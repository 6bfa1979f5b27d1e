package io.lbkeeper.rehearsal.core;

import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.cycle.Sites;
import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.line.Lines;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.rehearsal.time.NodeTime;
import io.lbkeeper.rehearsal.time.Turns;
import io.lbkeeper.rehearsal.world.Agent;
import io.lbkeeper.rehearsal.world.ApiReply;
import io.lbkeeper.rehearsal.world.Call;
import io.lbkeeper.rehearsal.world.Glance;
import io.lbkeeper.rehearsal.world.Kind;
import io.lbkeeper.rehearsal.world.World;
import io.lbkeeper.rehearsal.world.ZoneView;
import io.lbkeeper.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What routes/watch.camel.yaml and routes/observe*.camel.yaml do with a {@link Cycle}, step by step in their order,
 * each step called back by the world. A step here and a step there change together.
 */
public final class CoreAgent implements Agent {
    private final String node;
    private final NodeTime time;
    private final World world;
    private final Settings settings;
    private final Wiring wiring;
    private final Cycle cycle;
    private final Lines lines;
    private final Duration tick;
    private final Duration connectionTimeout;
    private final int confirmations;
    private final Turns turns = new Turns();
    private Optional<Duration> ticked = Optional.empty();
    private int nonces;
    private int applied;
    private int checksOut;

    public CoreAgent(String node, NodeTime time, World world, Wiring wiring) {
        this.node = node;
        this.time = time;
        this.world = world;
        this.wiring = wiring;
        settings = world.cluster().settings();
        tick = settings.tick();
        connectionTimeout = settings.connectionTimeout();
        confirmations = settings.confirmations();
        Sites sites = new Sites(settings.checks().ownUrl(), settings.checks().peerUrl(), Map.of());
        String run = node + "-" + time.generation() + "-";
        cycle = new Cycle(wiring.rules().apply(world.cluster().rules(node)), sites, tick, time::now,
                () -> run + nonces++, wiring.decider());
        cycle.wokenBy(this::wakeAt);
        lines = new WorldLines(() -> world, node, line -> wiring.ear().ended(cycle, line));
    }

    @Override
    public void start() {
        turns.take(this::tick);
    }

    @Override
    public void kill() {
        checksOut = 0;
    }

    private void tick() {
        ticked = Optional.of(time.now());
        run();
    }

    /** The timer runs beside its period. */
    private void wakeAt(Duration moment) {
        time.after(moment.minus(time.now()), () -> turns.take(this::run));
    }

    private void run() {
        if (cycle.isDue()) {
            world.ownAddress(node, settings.addressTimeout(), address -> {
                cycle.sawAddress(address);
                read(this::check);
            });
        } else {
            rest();
        }
    }

    /** The timer waits for the cycle, and makes up for the time that it took. */
    private void rest() {
        ticked.ifPresent(at -> time.after(at.plus(tick).minus(time.now()), () -> turns.take(this::tick)));
        ticked = Optional.empty();
        turns.over();
    }

    private void read(Runnable next) {
        if (!cycle.needsRecords()) {
            next.run();
            return;
        }
        List<String> names = cycle.names();
        world.read(node, settings.apiTimeout(), names, reply -> {
            cycle.sawRecords(answer(reply));
            if (cycle.needsAllNames()) {
                read(next);
            } else {
                next.run();
            }
        });
    }

    private void check() {
        cycle.targetsAside().forEach(target -> look(target, check -> cycle.sawCheck(target, check)));
        List<Target> targets = cycle.targets();
        checksOut = targets.size();
        targets.forEach(target -> look(target, check -> saw(target, check)));
        if (targets.isEmpty()) {
            checked();
        }
    }

    private void checked() {
        lines.hold(cycle.well());
        read(this::decide);
    }

    private void look(Target target, Consumer<Check> then) {
        ask(target, first -> {
            if (first.health() == Health.DEAD && confirmations > 0) {
                race(target, then);
            } else if (first.health() == Health.STOPPING && confirmations > 0) {
                ask(target, second -> then.accept(second.health() == Health.DEAD ? first : second));
            } else {
                then.accept(first);
            }
        });
    }

    /** Of several connections at once the first that is answered counts. */
    private void race(Target target, Consumer<Check> then) {
        Check[] best = new Check[1];
        int[] out = {confirmations};
        for (int i = 0; i < confirmations; i++) {
            ask(target, next -> {
                best[0] = best[0] == null || best[0].health() == Health.DEAD ? next : best[0];
                if (--out[0] == 0) {
                    then.accept(best[0]);
                }
            });
        }
    }

    private void ask(Target target, Consumer<Check> then) {
        world.visit(node, target.address(), Glance.of(target.url()), connectionTimeout,
                visit -> then.accept(wiring.sight().apply(visit.check(target.node()))));
    }

    private void saw(Target target, Check check) {
        cycle.sawCheck(target, check);
        if (--checksOut == 0) {
            checked();
        }
    }

    private void decide() {
        Decision decision = cycle.decide();
        if (cycle.isNews()) {
            world.trace().add(time.now(), node, Kind.DECISION, () -> decision.name() + ": " + decision.reason());
        }
        if (decision instanceof Decision.Changing changing && cycle.isTimely()) {
            send(batch(changing.change()), outcome -> {
                cycle.acted(outcome);
                rest();
            });
        } else {
            rest();
        }
    }

    private List<RecordChange> batch(Change change) {
        return settings.powers().comparesAndSwaps() ? wiring.hand().apply(change) : ZoneView.replacement(change);
    }

    private void send(List<RecordChange> batch, Consumer<Outcome> then) {
        world.api(node, Call.WRITE, settings.apiTimeout(), zone -> Batches.outcome(batch, zone), reply -> {
            Outcome outcome = reply instanceof ApiReply.Value<Outcome> told ? numbered(told.value())
                    : new Outcome.CouldNotAsk(Batches.why(reply, settings.apiTimeout()));
            world.trace().add(time.now(), node, Kind.CHANGE, outcome::toString);
            then.accept(outcome);
        });
    }

    private Outcome numbered(Outcome outcome) {
        return outcome instanceof Outcome.Applied ? new Outcome.Applied("/change/C" + ++applied) : outcome;
    }

    private Answer<List<RecordSet>> answer(ApiReply<List<RecordSet>> reply) {
        return reply instanceof ApiReply.Value<List<RecordSet>> found ? Answer.value(found.value())
                : Answer.couldNotAsk(Batches.why(reply, settings.apiTimeout()));
    }
}
