package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Fault.OldAddress;
import io.lbkeeper.rehearsal.world.Fault.SourceTrouble;
import java.time.Duration;
import java.util.List;

/** What happens between the machines, and to their addresses. */
final class NetworkScenarios {
    private NetworkScenarios() {
    }

    static List<Scenario> all(Cluster cluster) {
        String owner = cluster.nodes().get(0);
        String standby = cluster.nodes().get(1);
        Bounds bounds = new Bounds(cluster);
        return List.of(
                Scenario.named("owner-blackholed", 4).what("All packets from and to the owner's machine are dropped.")
                        .forGood(60, new Fault.MachineBlackholed(owner)).endsOn(standby).moves(1)
                        .within(bounds.takeOver()),
                Scenario.named("link-cut-120s", 7)
                        .what("The two cannot reach each other for two minutes, and both are well.")
                        .with(60, 180, new Fault.LinkCut(owner, standby)).endsOn(owner),
                Scenario.named("one-way-cut", 8).what("The standby does not hear the owner; the owner hears it.")
                        .with(60, 360, new Fault.OneWayCut(owner, standby)).endsOn(owner),
                Scenario.named("loss-10-percent", 8).what("A tenth of all packets between the two is lost, each way.")
                        .with(60, 360, new Fault.Loss(owner, standby, 0.1)).endsOn(owner),
                Scenario.named("loss-30-percent", 8).what("Three of ten packets between the two are lost, each way.")
                        .with(60, 360, new Fault.Loss(owner, standby, 0.3)).endsOn(owner),
                Scenario.named("latency-5s", 8).what("Each packet between the two takes 2.5 s.")
                        .with(60, 360, new Fault.Delay(owner, standby, Duration.ofMillis(2500))).endsOn(owner),
                Scenario.named("standby-isolated", 9).what("The standby reaches nobody for two minutes.")
                        .with(60, 180, new Fault.MachineBlackholed(standby)).endsOn(owner),
                Scenario.named("owner-cut-off-20s", 10).what("The owner reaches nobody for 20 s, and is back.")
                        .with(60, 80, new Fault.MachineBlackholed(owner)).endsOn(owner, standby).moves(1),
                Scenario.named("owner-cut-off-120s", 10)
                        .what("The owner reaches nobody for two minutes; when it is back, it is a standby.")
                        .with(60, 180, new Fault.MachineBlackholed(owner)).endsOn(standby).moves(1)
                        .within(bounds.takeOver()),
                Scenario.named("stranger-on-recycled-address", 18)
                        .what("The owner's machine is gone for good, and a stranger answers at its address.")
                        .forGood(60, new Fault.AddressRecycled(owner)).endsOn(standby).moves(1)
                        .within(bounds.takeOver()),
                Scenario.named("owner-address-changes", 19, 20)
                        .what("The owner has a new address, and nobody answers at the old one.")
                        .with(60, 61, new Fault.AddressChanged(owner, OldAddress.SILENT)).endsOn(owner)
                        .within(bounds.newAddress()),
                Scenario.named("owner-address-recycled-while-it-runs", 19, 20)
                        .what("The owner has a new address, and a stranger answers at the old one.")
                        .with(60, 61, new Fault.AddressChanged(owner, OldAddress.STRANGER)).endsOn(owner)
                        .within(bounds.newAddress()),
                Scenario.named("standby-address-changes", 19).what("The standby has a new address.")
                        .with(60, 61, new Fault.AddressChanged(standby, OldAddress.REFUSED)).endsOn(owner).changes(4),
                Scenario.named("address-source-silent", 21).what("Nobody tells the owner its address, for 5 minutes.")
                        .with(60, 360, new Fault.AddressSourceFails(owner, SourceTrouble.SILENT)).endsOn(owner)
                        .changes(3),
                Scenario.named("address-source-lies", 21)
                        .what("The owner is told a wrong address now and then, for 5 minutes.")
                        .with(60, 360, new Fault.AddressSourceFails(owner, SourceTrouble.LYING)).endsOn(owner)
                        .changes(3),
                Scenario.named("standby-has-no-address", 22)
                        .what("The standby is told that it has no public address, for 5 minutes.")
                        .with(60, 360, new Fault.AddressSourceFails(standby, SourceTrouble.ABSENT)).endsOn(owner)
                        .changes(3));
    }
}
