package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the recipe PowerDNS on the load balancers, as {@code check} sees them on each node. */
class RecipeTest {
    private static final Path RECIPE = Path.of("src/main/recipes/powerdns-on-the-load-balancers");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lb1", "lb2"})
    void checkFindsNothingWrong(String node) throws IOException {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        try (Stream<Path> own = Files.list(RECIPE.resolve("routes"))) {
            for (Path route : own.toList()) {
                Files.copy(route, routes.resolve(route.getFileName().toString()));
            }
        }
        Files.writeString(folder.resolve("tsig-key"), "d2hhdCB0aGUgdGVzdHMga25vdw==");
        Path config = Files.writeString(folder.resolve("lbkeeper.properties"),
                Files.readString(RECIPE.resolve(node).resolve("lbkeeper.properties"))
                        .replace("/etc/lbkeeper", folder.toString()));

        CommandLineRun check = CommandLineRun.of("check", "--config", config.toString());

        assertThat(check.exitCode()).as("%s%s", check.out(), check.err()).isZero();
        assertThat(check.out()).startsWith("ok: ");
    }
}
