package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.ZoneState;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The DNS provider: one zone, and the way to it with all that can go wrong there. */
final class Provider {
    static final Duration LEAST_WAY = Duration.ofMillis(30);
    static final Duration MOST_WAY = Duration.ofMillis(150);
    /** No request arrives later than this after its caller has given up. */
    static final Duration LATEST = Duration.ofSeconds(30);

    private final VirtualTime time;
    private final SplittableRandom random;
    private final SplittableRandom beside;
    private final long leastWayNanos;
    private final long mostWayNanos;
    private final HostedZone zone;
    private ZoneState shown;
    private ZoneView view;
    private ZoneView asked;
    private List<String> askedNames = List.of();
    private List<RecordSet> told = List.of();

    /** @param mostWay more than {@code leastWay} */
    Provider(String zoneName, VirtualTime time, SplittableRandom random, Duration leastWay, Duration mostWay) {
        zone = HostedZone.create("ZREHEARSAL", zoneName);
        shown = zone.state();
        view = ZoneView.of(shown);
        leastWayNanos = leastWay.toNanos();
        mostWayNanos = mostWay.toNanos();
        this.time = time;
        this.random = random;
        beside = random.split();
    }

    ZoneView view() {
        ZoneState now = zone.state();
        if (now != shown) {
            shown = now;
            view = ZoneView.of(now);
        }
        return view;
    }

    /** All record sets at these names; the same list again where neither has changed. */
    List<RecordSet> read(List<String> names) {
        ZoneView now = view();
        if (now != asked || !names.equals(askedNames)) {
            asked = now;
            askedNames = names;
            told = now.at(names);
        }
        return told;
    }

    /** Carries a call out at once, and tells {@code witness} what was before and after if that changed something. */
    <T> T carryOut(Function<HostedZone, T> call, BiConsumer<ZoneView, ZoneView> witness) {
        ZoneView before = view();
        T result = call.apply(zone);
        ZoneView after = view();
        if (after != before) {
            witness.accept(before, after);
        }
        return result;
    }

    /** One call from one node, with the answer at the latest at its deadline. */
    <T> void call(Way way, Duration deadline, Function<HostedZone, T> call, BiConsumer<ZoneView, ZoneView> witness,
            Consumer<ApiReply<T>> then) {
        SplittableRandom chance = way.kind() == Call.READ_BESIDE ? beside : random;
        ApiTrouble trouble = trouble(way.fails(), chance);
        if (way.cut() || trouble == ApiTrouble.REQUEST_LOST) {
            time.after(deadline, () -> then.accept(new ApiReply.NoAnswer<>("timed out")));
            return;
        }
        long there = wayNanos(chance);
        long back = wayNanos(chance);
        if (trouble == ApiTrouble.THROTTLED || trouble == ApiTrouble.FORBIDDEN || trouble == ApiTrouble.UNAVAILABLE) {
            time.after(Duration.ofNanos(there + back), () -> then.accept(refusal(trouble)));
            return;
        }
        there += trouble == ApiTrouble.LATE ? deadline.toNanos() + chance.nextLong(LATEST.toNanos())
                : trouble == ApiTrouble.SLOW ? chance.nextLong(deadline.toNanos()) : 0;
        if (there + back >= deadline.toNanos() || trouble == ApiTrouble.REPLY_LOST) {
            time.after(deadline, () -> then.accept(new ApiReply.NoAnswer<>("timed out")));
            time.after(Duration.ofNanos(there), () -> carryOut(call, witness));
            return;
        }
        time.after(Duration.ofNanos(there), () -> {
            T result = carryOut(call, witness);
            time.after(Duration.ofNanos(back), () -> then.accept(new ApiReply.Value<>(result)));
        });
    }

    /** A node's way to the provider at this moment. */
    record Way(Call kind, boolean cut, List<Fault.ApiFails> fails) {
    }

    private static ApiTrouble trouble(List<Fault.ApiFails> fails, SplittableRandom chance) {
        for (Fault.ApiFails fault : fails) {
            if (chance.nextDouble() < fault.share()) {
                return fault.trouble();
            }
        }
        return null;
    }

    private long wayNanos(SplittableRandom chance) {
        return chance.nextLong(leastWayNanos, mostWayNanos);
    }

    static <T> ApiReply<T> refusal(ApiTrouble trouble) {
        return trouble == ApiTrouble.THROTTLED ? new ApiReply.Refused<>(400, "Throttling", "Rate exceeded")
                : trouble == ApiTrouble.FORBIDDEN ? new ApiReply.Refused<>(403, "AccessDenied",
                        "The security token included in the request is invalid")
                : new ApiReply.Refused<>(503, "ServiceUnavailable", "The service is not available");
    }
}
