package network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shipped recipe, and what befalls its machines. What the clients of the secondaries are told is the proof. */
@Timeout(400)
class PowerdnsOnLoadBalancersIT {
    @TempDir
    private Path folder;

    @Test
    void theNameSurvivesEachMachineAndThePrimaryLivesWhereItIsNot() {
        assumeTrue(Namespaces.obstacle().isEmpty(), "tests in network namespaces: " + Namespaces.obstacle());
        try (RecipeScene scene = new RecipeScene(folder)) {
            scene.await("a name", () -> scene.machine("lb1").said("KeepRecord: ") && !scene.owner().isEmpty());
            String owner = scene.owner();
            String standby = RecipeScene.other(owner);
            scene.awaitName(owner);
            scene.awaitSwitch(standby);

            scene.turnOff(owner);
            scene.awaitName(standby);
            assertThat(scene.role(standby)).as("the primary's machine lives: nobody had to make one").isEqualTo(
                    "MASTER");
            scene.turnOn(owner);
            scene.awaitSwitch(owner);

            // Now the machine that the primary is on, and the name is not.
            scene.net.blackhole(owner);
            scene.await("an alarm", () -> scene.machine(standby).said("The zone's primary can't be looked after"));
            scene.net.heal();
            scene.awaitSwitch(owner);
            scene.turnOff(standby);
            scene.awaitName(owner);
            scene.turnOn(standby);
            scene.awaitSwitch(standby);

            // Only the standby reaches the primary now, and the owner can't refute: one move, and none back.
            scene.net.cut(owner, standby);
            scene.awaitName(standby);
            scene.net.heal();
            scene.awaitSwitch(owner);

            // A crash in the middle of a switch: the one has given its role up, and the other has not taken it yet.
            scene.machine(owner).killLbkeeper();
            scene.machine(standby).killLbkeeper();
            scene.byHand(owner, "set-kind", "example.com", "secondary");
            assertThat(scene.role(owner)).isEqualTo("SLAVE");
            scene.machine(standby).startLbkeeper();
            scene.machine(owner).startLbkeeper();
            scene.awaitSwitch(owner);

            // Both roles on one machine, and that dies before the other one is back: now somebody has to act.
            scene.turnOff(owner);
            scene.byHand(standby, "set-kind", "example.com", "primary");
            scene.byHand(standby, "increase-serial", "example.com");
            scene.machine(standby).turnPage();
            scene.await("a warning", () -> scene.machine(standby).hasNews("has both the name and the zone's primary"));
            scene.turnOn(owner);
            scene.await(owner + ", a primary of before, to step back", () -> scene.machine(owner).hasNews(
                    owner + " takes no more changes of the zone"));
            scene.awaitSwitch(owner);

            String first = scene.machine(owner).address();
            String second = scene.machine(standby).address();
            assertThat(scene.told().values()).as(scene.story()).allMatch(
                    List.of(first, second, first, second)::equals);
            assertThat(scene.gaps()).isEmpty();
            System.out.println("PowerDNS on the load balancers: " + scene.seconds() + " s, " + scene.told());
        }
    }
}
