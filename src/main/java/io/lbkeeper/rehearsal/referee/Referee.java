package io.lbkeeper.rehearsal.referee;

import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.rehearsal.time.VirtualTime;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Kind;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Truth;
import io.lbkeeper.rehearsal.world.Visit;
import io.lbkeeper.rehearsal.world.Witness;
import io.lbkeeper.rehearsal.world.World;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Watches a world and tells each promise that is broken. What the promises are stands with each rule. */
public final class Referee implements Witness {
    /** After the last fault, and the time for settling, the service record is a living node's. */
    public static final String SETTLES = "settles";
    /** After that nothing is written any more. */
    public static final String NO_WRITE_WHEN_SETTLED = "no-write-when-settled";

    private final World world;
    private final Cluster cluster;
    private final Rules rules;
    private final Spans spans;
    private final Sights sights;
    private final MoveRules moveRules;
    private final Settling settling;
    private final List<Breach> breaches = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private Optional<Duration> challengedAt = Optional.empty();
    private Optional<Duration> badSince = Optional.empty();
    private Duration recovery = Duration.ZERO;
    private ZoneView read;
    private Records records;
    private boolean begun;
    private boolean settled;
    private int changes;

    private Referee(World world) {
        this.world = world;
        cluster = world.cluster();
        rules = cluster.rules(cluster.nodes().get(0));
        spans = new Spans(cluster.size());
        sights = new Sights(cluster.settings().connectionTimeout());
        moveRules = new MoveRules(cluster, spans, sights);
        settling = new Settling(cluster);
    }

    /** Lets a referee watch a world through a schedule. */
    public static Referee watch(World world, VirtualTime time, Schedule schedule) {
        Referee referee = new Referee(world);
        world.watchedBy(referee);
        if (schedule.endsQuietly()) {
            time.at(schedule.lastChange(), () -> referee.awaitSettling(time, schedule));
        }
        return referee;
    }

    public Verdict verdict() {
        shifted();
        Optional<String> holder = records().service() instanceof Records.Service.Held held ? cluster.nodes().stream()
                .filter(node -> world.truth().address(cluster.nodes().indexOf(node)).equals(held.address()))
                .findFirst() : Optional.empty();
        return new Verdict(breaches, moves.size(), changes, holder, recovery, world.trace().happenings());
    }

    @Override
    public void changed(AppliedChange change) {
        Records before = Records.of(change.before().sets(), rules);
        Records after = Records.of(change.after().sets(), rules);
        String by = change.by().name();
        if (!by.equals("human")) {
            changes++;
            BatchRules.judge(by, before, after, rules).forEach(this::breach);
            move(change, before, after).ifPresent(move -> judge(move, change.by().generation()));
            if (settled) {
                breach(new BatchRules.Finding(NO_WRITE_WHEN_SETTLED, by + " changed a record"));
            }
        }
        challengedAt = after.claim().flatMap(OwnerRecord::challenger).map(challenger -> before.claim()
                .map(OwnerRecord::nonce).equals(after.claim().map(OwnerRecord::nonce))
                ? challengedAt.orElse(change.at()) : change.at());
        shifted();
    }

    @Override
    public void visited(String fromNode, String address, Visit visit) {
        sights.add(fromNode, address, visit, world.now());
    }

    @Override
    public void shifted() {
        spans.update(world.truth(), world.now());
        Truth truth = world.truth();
        boolean there = settling.isSettled(truth, records());
        begun |= there;
        boolean good = !begun || there || !settling.isPossible(truth, records());
        if (good && badSince.isPresent()) {
            Duration bad = world.now().minus(badSince.get());
            recovery = bad.compareTo(recovery) > 0 ? bad : recovery;
        }
        badSince = good ? Optional.empty() : badSince.or(() -> Optional.of(world.now()));
    }

    @Override
    public void started(String node) {
        spans.update(world.truth(), world.now());
    }

    private Optional<Move> move(AppliedChange change, Records before, Records after) {
        if (before.claim().isEmpty() || after.claim().isEmpty()) {
            return Optional.empty();
        }
        OwnerRecord from = before.claim().get();
        OwnerRecord to = after.claim().get();
        Witness.Sender by = change.by();
        Duration challenged = from.challenger().filter(by.name()::equals).flatMap(own -> challengedAt)
                .orElse(change.at());
        return from.owner().equals(to.owner()) ? Optional.empty() : Optional.of(new Move(change.at(), by.name(),
                by.asked(), from.owner(), to.owner(), from.address(), challenged));
    }

    private void judge(Move move, int generation) {
        moves.add(move);
        moveRules.judge(move, generation).forEach(this::breach);
    }

    /** The bound begins with the last change of a fault; a hold-down that runs then is waited for. */
    private void awaitSettling(VirtualTime time, Schedule schedule) {
        Duration from = schedule.lastChange();
        Duration by = from.plus(settling.bound()).plus(settling.holdDown(moves, from));
        time.at(by, () -> {
            if (settling.isPossible(world.truth(), records()) && !settling.isSettled(world.truth(), records())) {
                breach(new BatchRules.Finding(SETTLES, "the service record is on no node that serves, "
                        + by.minus(from).toSeconds() + " s after the last change of a fault"));
            }
            settled = true;
        });
    }

    /** The records at this moment; read into values only where they have changed. */
    private Records records() {
        ZoneView now = world.truth().records();
        if (now != read) {
            read = now;
            records = Records.of(now.sets(), rules);
        }
        return records;
    }

    private void breach(BatchRules.Finding finding) {
        Breach breach = new Breach(world.now(), finding.invariant(), finding.what());
        breaches.add(breach);
        world.trace().add(world.now(), "world", Kind.BREACH, breach::toString);
    }
}
