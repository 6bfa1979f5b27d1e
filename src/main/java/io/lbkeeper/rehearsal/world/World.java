package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.rehearsal.time.NodeTime;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The simulated world, as the agents and the referee see it. An agent's calls return at once; what comes of them is
 * told later, through the agent's {@link NodeTime}.
 */
public final class World {
    private static final Visit SILENT = new Visit.Silent();
    private static final Duration ADDRESS_WAIT = Duration.ofMillis(5);
    private static final double LYING_SHARE = 0.3;

    private final Cluster cluster;
    private final VirtualTime time;
    private final Trace trace;
    private final SplittableRandom random;
    private final Provider provider;
    private final Machines machines;
    private final Addresses addresses;
    private final Journeys journeys;
    private final Human human;
    private final Agents agents;
    private final HeldLines lines;
    private final Map<Planned, Fault> broken = new LinkedHashMap<>();
    private Conditions now;
    private Witness witness = Witness.NOBODY;
    private Gate gate = Gate.OPEN;
    private int lies;

    public World(Cluster cluster, VirtualTime time, long seed, Trace trace) {
        this(cluster, time, seed, trace, Provider.LEAST_WAY, Provider.MOST_WAY);
    }

    /** One whose DNS provider is that far away, on each way of a call. */
    public World(Cluster cluster, VirtualTime time, long seed, Trace trace, Duration leastApiWay,
            Duration mostApiWay) {
        this.cluster = cluster;
        this.time = time;
        this.trace = trace;
        random = new SplittableRandom(seed);
        Network network = new Network(random.split());
        provider = new Provider(cluster.zone(), time, random.split(), leastApiWay, mostApiWay);
        machines = new Machines(cluster, random.split());
        addresses = new Addresses(cluster.size());
        journeys = new Journeys(network, machines, addresses);
        human = new Human(cluster);
        agents = new Agents(cluster, time, trace);
        lines = new HeldLines(cluster.size(), network, agents::time);
        now = new Conditions(cluster, broken.values());
    }

    /** From now on {@code seeing} is told what happens. */
    public void watchedBy(Witness seeing) {
        witness = seeing;
    }

    /** From now on calls of the API go through {@code counting}, which other worlds may have too. */
    public void gatedBy(Gate counting) {
        gate = counting;
    }

    /** Puts the faults of a schedule on the calendar and starts each agent somewhere in its first interval. */
    public void begin(Schedule schedule, Agent.Maker maker) {
        for (Planned planned : schedule.faults()) {
            time.at(planned.from(), () -> breaks(planned));
            if (planned.heals()) {
                time.at(planned.until(), () -> heals(planned));
            }
        }
        agents.begin(maker, this, schedule.starts(), random.split(), node -> witness.started(node));
        time.at(Duration.ZERO, this::shift);
    }

    public Cluster cluster() {
        return cluster;
    }

    public Duration now() {
        return time.now();
    }

    public Trace trace() {
        return trace;
    }

    /**
     * One look at whoever is at an address; empty for the node's own HAProxy.
     *
     * @param deadline when it is given up at the latest
     */
    public void visit(String fromNode, String toAddress, Glance glance, Duration deadline, Consumer<Visit> then) {
        int from = cluster.number(fromNode);
        Journeys.Journey journey = journeys.of(from, toAddress, glance, now, nanos());
        if (toAddress.isEmpty() && glance == Glance.PAGE) {
            machines.agentSeen(from, nanos());
        }
        boolean inTime = journey.nanos() <= deadline.toNanos() && !(journey.end() instanceof Visit.Silent);
        Visit visit = inTime ? journey.end() : SILENT;
        agents.time(from).after(inTime ? Duration.ofNanos(journey.nanos()) : deadline, () -> {
            witness.visited(fromNode, toAddress, visit);
            then.accept(visit);
        });
    }

    /**
     * An idle connection to the HAProxy at an address, empty for the node's own; none where nobody answers there now.
     *
     * @param ended is told when the process at the other end is gone, or something has reset the connection
     */
    public Optional<HeldLine> hold(String fromNode, String toAddress, Runnable ended) {
        int from = cluster.number(fromNode);
        int to = toAddress.isEmpty() ? from : addresses.nodeAt(toAddress);
        return journeys.canHold(from, to, now) ? Optional.of(lines.hold(from, to, ended)) : Optional.empty();
    }

    /** One call of the DNS provider's API: applied at the server when it arrives there, if it does. */
    public <T> void api(String fromNode, Call kind, Duration deadline, Function<HostedZone, T> call,
            Consumer<ApiReply<T>> then) {
        int generation = agents.time(cluster.number(fromNode)).generation();
        api(new Witness.Sender(fromNode, generation, time.now()), kind, deadline, call, then);
    }

    private <T> void api(Witness.Sender sender, Call kind, Duration deadline, Function<HostedZone, T> call,
            Consumer<ApiReply<T>> then) {
        int from = cluster.number(sender.name());
        NodeTime node = agents.time(from);
        // What it was about to do it does when it goes on, if it ever does.
        Runnable again = node.gated(() -> api(sender, kind, deadline, call, then));
        if (kind == Call.WRITE && catches(from)) {
            again.run();
            return;
        }
        Provider.Way way = new Provider.Way(kind, now.apiCut[from] || now.blackholed[from],
                now.apiFails.get(from));
        Consumer<ApiReply<T>> told = node.gatedFor(then);
        Consumer<Optional<Duration>> inside = left -> {
            if (left.isPresent()) {
                provider.call(way, left.get(), call, (before, after) -> changed(sender, before, after), told);
            } else {
                told.accept(Provider.refusal(ApiTrouble.THROTTLED));
            }
        };
        if (way.cut()) {
            inside.accept(Optional.of(deadline));
        } else {
            gate.pass(sender.name(), kind, deadline, inside);
        }
    }

    /** One call of the API that reads all record sets at these names. */
    public void read(String fromNode, Duration deadline, List<String> names,
            Consumer<ApiReply<List<RecordSet>>> then) {
        api(fromNode, Call.READ, deadline, zone -> provider.read(names), then);
    }

    /** A node asks for its own address. */
    public void ownAddress(String fromNode, Duration deadline, Consumer<Answer<String>> then) {
        int from = cluster.number(fromNode);
        Fault.SourceTrouble trouble = now.source[from];
        Answer<String> answer = trouble == Fault.SourceTrouble.SILENT ? Answer.couldNotAsk(
                cluster.settings().address().value() + ": no complete answer within " + deadline.toMillis() + " ms")
                : trouble == Fault.SourceTrouble.ABSENT ? Answer.absent(
                        "the metadata service knows no public IPv4 address (404)")
                : trouble == Fault.SourceTrouble.LYING && random.nextDouble() < LYING_SHARE
                        ? Answer.value("198.18." + lies / 250 + "." + (1 + lies++ % 250))
                : Answer.value(addresses.of(from));
        agents.time(from).after(trouble == Fault.SourceTrouble.SILENT ? deadline : ADDRESS_WAIT,
                () -> then.accept(answer));
    }

    /** The world's truth, for whoever judges. */
    public Truth truth() {
        return new Truth(now, machines, addresses, agents, provider, time);
    }

    /** An agent's machine has come up. */
    void agentMayRun() {
        shift();
    }

    /** Whether a fault has waited for this node to send a change; it strikes now. */
    private boolean catches(int node) {
        if (!now.freezesAtWrite[node] && !now.diesAtWrite[node]) {
            return false;
        }
        String name = cluster.nodes().get(node);
        boolean dies = now.diesAtWrite[node];
        Fault trap = dies ? new Fault.AgentKilledBeforeWrite(name) : new Fault.AgentFrozenBeforeWrite(name);
        Fault sprung = dies ? new Fault.AgentKilled(name) : new Fault.AgentFrozen(name);
        broken.replaceAll((planned, fault) -> fault.equals(trap) ? sprung : fault);
        trace.add(time.now(), name, Kind.FAULT, () -> sprung.told() + " before it could send a change");
        shift();
        return true;
    }

    private void breaks(Planned planned) {
        Fault fault = planned.fault();
        trace.add(time.now(), "world", Kind.FAULT, fault::told);
        broken.put(planned, fault);
        if (fault instanceof Fault.AddressChanged changed) {
            addresses.change(cluster.number(changed.node()), changed.old());
        }
        if (fault instanceof Fault.Human edited) {
            byHuman(zone -> human.edit(edited.edit(), zone, provider.view()));
        }
        fault.endsLines().ifPresent(repeated -> endLinesSoon(planned, repeated));
        shift();
    }

    private void endLinesSoon(Planned planned, Fault.Repeated repeated) {
        time.after(repeated.every(), () -> {
            if (broken.containsKey(planned)) {
                lines.end(cluster.number(repeated.node()), now);
                endLinesSoon(planned, repeated);
            }
        });
    }

    private void heals(Planned planned) {
        Fault fault = planned.fault();
        trace.add(time.now(), "world", Kind.HEAL, fault::told);
        broken.remove(planned);
        if (fault instanceof Fault.AddressRecycled lost) {
            addresses.change(cluster.number(lost.node()), Fault.OldAddress.STRANGER);
        }
        if (fault instanceof Fault.Human edited) {
            byHuman(zone -> human.putRight(edited.edit(), zone, provider.view()));
        }
        shift();
    }

    private void byHuman(Consumer<HostedZone> edit) {
        provider.carryOut(zone -> {
            edit.accept(zone);
            return true;
        }, (before, after) -> changed(new Witness.Sender("human", 0, time.now()), before, after));
    }

    private void changed(Witness.Sender by, ZoneView before, ZoneView after) {
        trace.add(time.now(), by.name(), Kind.CHANGE, () -> after.toldSince(before));
        witness.changed(new Witness.AppliedChange(time.now(), by, before, after));
    }

    private void shift() {
        now = new Conditions(cluster, broken.values());
        if (machines.shift(now, nanos())) {
            // A grace time ends without any fault that begins or heals.
            time.after(cluster.settings().grace(), this::shift);
        }
        lines.shift(now);
        agents.shift(now);
        witness.shifted();
    }

    private long nanos() {
        return time.now().toNanos();
    }
}
