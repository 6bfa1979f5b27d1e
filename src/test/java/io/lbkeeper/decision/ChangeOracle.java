package io.lbkeeper.decision;

import io.lbkeeper.decision.ZoneScene.At;
import io.lbkeeper.decision.ZoneScene.Challenger;
import io.lbkeeper.decision.ZoneScene.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The very batch that a decision must ask for: deletes exactly what was read, and creates an owner record with the
 * next epoch, a fresh nonce, the owner's own interval, and the challenger who is to stand there from now on.
 */
final class ChangeOracle {
    private static final Duration OWN_INTERVAL = Duration.ofSeconds(5);
    private static final Duration OWN_FASTINTER = Duration.ofSeconds(1);
    private static final Duration PEERS_INTERVAL = Duration.ofSeconds(3);
    private static final Duration TTL = Duration.ofSeconds(60);

    private ChangeOracle() {
    }

    /** The change that goes with this decision; empty for one that changes nothing. */
    static Optional<Change> change(Scene scene, String decision) {
        ZoneScene zone = scene.zone();
        String claimed = zone.claim().isMade() ? zone.claimed() : "";
        return Optional.ofNullable(switch (decision) {
            case "CreateRecord" -> swap(scene, zone.claim() == Claim.LB2 || zone.claim() == Claim.LB3
                    ? owner(zone.claim().node(), claimed, PEERS_INTERVAL, Optional.of(zone.challenger())
                            .filter(by -> by != Challenger.NOBODY && by != Challenger.LB1).map(Challenger::node))
                    : own(scene), true);
            case "AdoptRecord" -> swap(scene, adopted(scene), false);
            case "Challenge" -> swap(scene, owner(zone.claim().node(), claimed, PEERS_INTERVAL, Optional.of("lb1")),
                    false);
            case "WithdrawChallenge" -> swap(scene, owner(zone.claim().node(), claimed, PEERS_INTERVAL,
                    Optional.empty()), false);
            case "RefuteChallenge" -> swap(scene, owner("lb1", claimed, OWN_INTERVAL, Optional.empty()), false);
            case "TakeOver" -> swap(scene, own(scene), true);
            case "HandOver" -> swap(scene, Oracle.isReady(scene, scene.lb2(), At.LB2)
                    ? owner("lb2", At.LB2.address, OWN_INTERVAL, Optional.empty())
                    : owner("lb3", At.LB3.address, OWN_INTERVAL, Optional.empty()), true);
            case "UpdateAddress" -> Oracle.movesWithIts(scene) ? swap(scene, own(scene), true)
                    : Change.set(RecordSet.simple("lb1.example.com", "A", TTL, scene.ownAddress().get()));
            default -> null;
        });
    }

    private static OwnerRecord own(Scene scene) {
        return owner("lb1", scene.ownAddress().get(), OWN_INTERVAL, Optional.empty());
    }

    private static OwnerRecord adopted(Scene scene) {
        At at = scene.zone().service();
        return owner(scene.ownAddress().filter(at.address::equals).isPresent() ? "lb1" : at.name().toLowerCase(),
                at.address, OWN_INTERVAL, Optional.empty());
    }

    private static OwnerRecord owner(String node, String address, Duration inter, Optional<String> challenger) {
        return new OwnerRecord(node, address, 0, "fresh", inter, inter.equals(OWN_INTERVAL) ? OWN_FASTINTER : inter,
                challenger);
    }

    private static Change swap(Scene scene, OwnerRecord next, boolean service) {
        Optional<RecordSet> owner = scene.zone().ownerSet();
        OwnerRecord written = new OwnerRecord(next.owner(), next.address(), owner.isPresent() ? 8 : 1, next.nonce(),
                next.inter(), next.fast(), next.challenger());
        RecordSet text = RecordSet.simple("_owner.lb.example.com", "TXT", TTL, OwnerText.write(written));
        RecordSet address = RecordSet.simple("lb.example.com", "A", TTL, next.address());
        return service ? Change.swap(Stream.of(scene.zone().serviceSet(), owner).flatMap(Optional::stream).toList(),
                List.of(address, text)) : Change.swap(owner.stream().toList(), List.of(text));
    }
}
