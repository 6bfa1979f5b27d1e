package io.lbkeeper.scale;

import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.rehearsal.core.CoreAgent;
import io.lbkeeper.rehearsal.core.Wiring;
import io.lbkeeper.rehearsal.time.VirtualTime;
import io.lbkeeper.rehearsal.world.Call;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import io.lbkeeper.rehearsal.world.Visit;
import io.lbkeeper.rehearsal.world.Witness;
import io.lbkeeper.rehearsal.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The nodes of one service with the real cycles and decisions, in a world of their own but for the account. */
final class Group implements Witness {
    private static final int READ_TRIES = 2;
    private static final int NOBODY = -1;

    private final VirtualTime time;
    private final Cluster cluster;
    private final World world;
    private final SplittableRandom random;
    private final ApiAccount account;
    private final List<SdkClient> clients = new ArrayList<>();
    private final Duration[] lastRead;
    private int owner = NOBODY;
    private Duration ownerSince = Duration.ZERO;
    private Duration countedFrom = Duration.ZERO;
    private Duration longestUnread = Duration.ZERO;
    private int falseMoves;
    private long visits;
    private Optional<Duration> moved = Optional.empty();

    Group(VirtualTime time, ApiAccount account, Cluster cluster, long seed) {
        this.time = time;
        this.account = account;
        this.cluster = cluster;
        random = new SplittableRandom(seed);
        world = new World(cluster, time, random.nextLong(), Trace.off());
        lastRead = new Duration[cluster.size()];
        for (int node = 0; node < cluster.size(); node++) {
            clients.add(new SdkClient(time, account, random.split()));
            lastRead[node] = Duration.ZERO;
        }
        world.gatedBy(this::pass);
        world.watchedBy(this);
    }

    void begin(Schedule schedule) {
        world.begin(schedule, (node, nodeTime, where) -> new CoreAgent(node, nodeTime, where, Wiring.shipped()));
    }

    /** Forgets what it has counted, and counts from now on. */
    void countFromNow() {
        countedFrom = time.now();
        longestUnread = Duration.ZERO;
        falseMoves = 0;
        visits = 0;
        moved = Optional.empty();
    }

    private void pass(String fromNode, Call kind, Duration deadline, Consumer<Optional<Duration>> then) {
        int node = cluster.nodes().indexOf(fromNode);
        boolean write = kind == Call.WRITE;
        clients.get(node).call(write ? ApiOperation.CHANGE_RESOURCE_RECORD_SETS
                : ApiOperation.LIST_RESOURCE_RECORD_SETS, write ? 1 : READ_TRIES, deadline, left -> {
                    if (left.isPresent() && !write) {
                        noteUnread();
                        lastRead[node] = time.now();
                    }
                    then.accept(left);
                });
    }

    /** The time up to now in which an owner that is well and reaches the API has read nothing. */
    private void noteUnread() {
        if (owner != NOBODY && world.truth().reachesApi(owner) && world.truth().agentRuns(owner)) {
            Duration since = List.of(countedFrom, ownerSince, lastRead[owner]).stream().max(Duration::compareTo).get();
            Duration unread = time.now().minus(since);
            longestUnread = unread.compareTo(longestUnread) > 0 ? unread : longestUnread;
        }
    }

    @Override
    public void changed(AppliedChange change) {
        Optional<String> address = change.after().find(cluster.settings().service(), "A").map(RecordSet::values)
                .map(values -> values.get(0));
        int next = address.map(this::nodeAt).orElse(NOBODY);
        if (next == owner) {
            return;
        }
        noteUnread();
        if (owner != NOBODY && world.truth().serves(owner) && world.truth().agentRuns(owner)) {
            falseMoves++;
        }
        owner = next;
        ownerSince = time.now();
        moved = moved.or(() -> Optional.of(time.now().minus(countedFrom)));
        if (!change.by().name().equals("human")) {
            follow(clients.get(cluster.nodes().indexOf(change.by().name())));
        }
    }

    private int nodeAt(String address) {
        for (int node = 0; node < cluster.size(); node++) {
            if (world.truth().address(node).equals(address)) {
                return node;
            }
        }
        return NOBODY;
    }

    /** Its lbkeeper asks whether the change is everywhere, until it is: that takes up to a minute. */
    private void follow(SdkClient client) {
        Duration inSync = time.now().plusMillis(random.nextLong(5_000, 60_000));
        Duration pause = cluster.settings().followInterval();
        time.after(pause, () -> ask(client, inSync, pause));
    }

    private void ask(SdkClient client, Duration inSync, Duration pause) {
        client.call(ApiOperation.GET_CHANGE, READ_TRIES, cluster.settings().apiTimeout(), left -> {
            if (left.isPresent() && time.now().compareTo(inSync) >= 0) {
                client.call(ApiOperation.LIST_RESOURCE_RECORD_SETS, READ_TRIES, cluster.settings().apiTimeout(),
                        read -> { });
                return;
            }
            Duration next = pause.multipliedBy(2).compareTo(Duration.ofSeconds(30)) < 0 ? pause.multipliedBy(2)
                    : Duration.ofSeconds(30);
            time.after(next, () -> ask(client, inSync, next));
        });
    }

    @Override
    public void visited(String fromNode, String address, Visit visit) {
        visits++;
    }

    @Override
    public void shifted() {
    }

    @Override
    public void started(String node) {
    }

    Duration longestUnread() {
        noteUnread();
        return longestUnread;
    }

    int falseMoves() {
        return falseMoves;
    }

    /** Checks of HAProxies by all its nodes. */
    long visits() {
        return visits;
    }

    /** From the beginning of the counting to the first move since, where there was one. */
    Optional<Duration> moved() {
        return moved;
    }
}
