package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.world.ApiTrouble;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.HumanEdit;
import java.time.Duration;
import java.util.List;

/** What happens to the records, and on the way to them. */
final class RecordScenarios {
    private RecordScenarios() {
    }

    static List<Scenario> all(Cluster cluster) {
        String owner = cluster.nodes().get(0);
        String standby = cluster.nodes().get(1);
        Bounds bounds = new Bounds(cluster);
        return List.of(
                Scenario.named("both-start-together", 23)
                        .what("Nothing is there yet, and both start in the same moment: one creates the name.")
                        .starting(Duration.ZERO, Duration.ZERO).endsOn(owner, standby).changes(3),
                Scenario.named("deleted-by-human", 24).what("Somebody deletes the service record.")
                        .with(60, 61, new Fault.Human(HumanEdit.DELETE_SERVICE)).endsOn(owner)
                        .within(bounds.newAddress()),
                Scenario.named("owner-record-deleted", 24).what("Somebody deletes the owner record.")
                        .with(60, 61, new Fault.Human(HumanEdit.DELETE_OWNER)).endsOn(owner),
                Scenario.named("all-deleted-by-human", 24).what("Somebody deletes the service and the owner record.")
                        .with(60, 61, new Fault.Human(HumanEdit.DELETE_BOTH)).endsOn(owner, standby),
                Scenario.named("cname-by-human", 25)
                        .what("Somebody puts a CNAME in the service record's place: it is left alone.")
                        .with(60, 360, new Fault.Human(HumanEdit.CNAME)).endsOn(owner),
                Scenario.named("foreign-address-by-human", 26)
                        .what("Somebody points the service record elsewhere: it is left alone until it is deleted.")
                        .with(60, 360, new Fault.Human(HumanEdit.FOREIGN_ADDRESS)).endsOn(owner),
                Scenario.named("ttl-edited-again-and-again", 27).what("Somebody halves the TTL three times.")
                        .with(60, 61, new Fault.Human(HumanEdit.CHANGE_TTL))
                        .with(180, 181, new Fault.Human(HumanEdit.CHANGE_TTL))
                        .with(300, 301, new Fault.Human(HumanEdit.CHANGE_TTL)).endsOn(owner).changes(6),
                Scenario.named("api-lost", 28).what("Nobody reaches the API for five minutes, and all else is well.")
                        .with(60, 360, new Fault.ApiCut(owner)).with(60, 360, new Fault.ApiCut(standby))
                        .endsOn(owner).changes(3),
                Scenario.named("api-throttles", 28).what("The API refuses most calls for five minutes.")
                        .with(60, 360, new Fault.ApiFails(owner, ApiTrouble.THROTTLED, 0.8))
                        .with(60, 360, new Fault.ApiFails(standby, ApiTrouble.THROTTLED, 0.8)).endsOn(owner)
                        .changes(3),
                Scenario.named("api-lost-during-owner-death", 29)
                        .what("The owner dies while the API cannot be reached; the name moves when it is back.")
                        .with(60, 300, new Fault.ApiCut(standby)).forGood(90, new Fault.MachineOff(owner))
                        .endsOn(standby).moves(1).within(bounds.takeOver()),
                Scenario.named("credentials-revoked", 30).what("The API refuses the owner's credentials, for 5 min.")
                        .with(60, 360, new Fault.ApiFails(owner, ApiTrouble.FORBIDDEN, 1)).endsOn(owner).changes(3),
                Scenario.named("answer-lost", 31)
                        .what("The owner dies; the standby's changes are carried out, and it hears nothing of that.")
                        .forGood(60, new Fault.MachineOff(owner))
                        .with(60, 240, new Fault.ApiFails(standby, ApiTrouble.REPLY_LOST, 0.5)).endsOn(standby)
                        .moves(1),
                Scenario.named("request-late", 31)
                        .what("The owner is off for a while; the standby's requests arrive after it has given up.")
                        .with(60, 90, new Fault.MachineOff(owner))
                        .with(60, 120, new Fault.ApiFails(standby, ApiTrouble.LATE, 0.7)).endsOn(owner, standby)
                        .moves(1),
                Scenario.named("lost-race", 33)
                        .what("The owner's address changes in the moment in which the standby, cut off, challenges it.")
                        .with(60, 180, new Fault.LinkCut(owner, standby))
                        .with(62, 63, new Fault.AddressChanged(owner, Fault.OldAddress.REFUSED)).endsOn(owner)
                        .within(bounds.newAddress()));
    }
}
