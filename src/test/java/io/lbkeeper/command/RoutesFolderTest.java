package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.decision.Powers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesFolderTest {
    @TempDir
    Path folder;

    @Test
    void theOneThatTheOperatorNamesComesFirst() throws Exception {
        Path named = routes("named");
        routes("etc/routes");
        routes("home/routes");
        assertThat(open(named).folder()).isEqualTo(named);
    }

    @Test
    void thenTheOneBesideTheSettings() throws Exception {
        Path beside = routes("etc/routes");
        routes("home/routes");
        assertThat(open(null).folder()).isEqualTo(beside);
    }

    @Test
    void thenTheDistributions() throws Exception {
        Path shipped = routes("home/routes");
        assertThat(open(null).folder()).isEqualTo(shipped);
    }

    @Test
    void itIsAbsoluteSoThatNothingDependsOnWhereTheProgramWasStarted() throws Exception {
        assertThat(RoutesFolder.open(Path.of("routes", "..", "routes")).folder())
                .isEqualTo(Path.of("routes").toAbsolutePath());
    }

    @Test
    void oneWithoutRoutesIsRefused() throws Exception {
        Path named = routes("named");
        Files.move(named.resolve("watch.camel.yaml"), named.resolve("watch.yaml"));
        assertThatThrownBy(() -> open(named)).isInstanceOf(UsageException.class)
                .hasMessageContaining("no routes in " + named).hasMessageContaining("--routes");
    }

    @Test
    void oneWithoutKameletsIsRefused() throws Exception {
        Path named = routes("named");
        Files.delete(named.resolve("kamelets"));
        assertThatThrownBy(() -> open(named)).isInstanceOf(UsageException.class)
                .hasMessageContaining(named.resolve("kamelets").toString());
    }

    @Test
    void aProviderIsAPairOfKamelets() throws Exception {
        Path kamelets = routes("named").resolve("kamelets");
        for (String name : new String[] {"dns-mine-read-action", "dns-mine-change-action", "dns-half-read-action",
            "dns-other-change-action", "dns-x-y-read-action", "dns-x-y-change-action", "address-literal-action"}) {
            Files.createFile(kamelets.resolve(name + ".kamelet.yaml"));
        }
        assertThat(open(folder.resolve("named")).providers()).containsExactly("mine", "x-y");
    }

    @Test
    void whatAProviderCanDoStandsInItsChangeKamelet() throws Exception {
        assertThat(PowersText.of(Path.of("routes/kamelets"), "route53")).isEqualTo(Powers.FULL);
        assertThat(powers("compare-and-swap: \"true\"")).isEqualTo(Powers.FULL);
        assertThat(powers("compare-and-swap: true, lbkeeper.io/owner-record: true")).isEqualTo(Powers.FULL);
        assertThat(powers("compare-and-swap: \"false\"")).isEqualTo(new Powers(false, true));
        assertThat(powers("compare-and-swap: \"false\", lbkeeper.io/owner-record: \"false\""))
                .isEqualTo(new Powers(false, false));
    }

    @Test
    void whoDoesNotSayThatItComparesAndSwapsIsTakenNotTo() throws Exception {
        assertThat(PowersText.of(folder, "not-there")).isEqualTo(new Powers(false, true));
        assertThat(powers("title: x")).isEqualTo(new Powers(false, true));
        assertThat(powers("owner-record: \"true\"")).isEqualTo(new Powers(false, true));
        assertThat(powers("compare-and-swap: \"yes\"")).isEqualTo(new Powers(false, true));
        assertThat(powers("compare-and-swap: [")).isEqualTo(new Powers(false, true));
        assertThat(powers("owner-record: \"false\"")).isEqualTo(new Powers(false, false));
    }

    private Powers powers(String annotations) throws IOException {
        Files.writeString(folder.resolve("dns-mine-change-action.kamelet.yaml"),
                "kind: Kamelet\nmetadata:\n  annotations: {lbkeeper.io/" + annotations + "}\n");
        return PowersText.of(folder, "mine");
    }

    private RoutesFolder open(Path named) throws UsageException {
        return RoutesFolder.open(named, folder.resolve("etc/lbkeeper.properties"), folder.resolve("home"));
    }

    private Path routes(String name) throws IOException {
        Path routes = Files.createDirectories(folder.resolve(name));
        Files.createDirectory(routes.resolve("kamelets"));
        Files.createFile(routes.resolve("watch.camel.yaml"));
        return routes;
    }
}
