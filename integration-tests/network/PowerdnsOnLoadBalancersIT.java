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

            assertThat(scene.told().values()).as(scene.story()).allMatch(List.of(
                    scene.machine(owner).address(), scene.machine(standby).address(),
                    scene.machine(owner).address())::equals);
            assertThat(scene.gaps()).isEmpty();
            System.out.println("PowerDNS on the load balancers: " + scene.seconds() + " s, " + scene.told());
        }
    }
}
