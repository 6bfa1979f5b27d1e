package scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.check.Mistakes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lbkeeper check} as it is shipped: with its own jars, in its own heap. */
class CheckIT {
    @TempDir
    private Path folder;

    @Test
    void whatIsShippedIsGood() throws Exception {
        Path config = Mistakes.copyInto(folder);
        try (Lbkeeper check = new Lbkeeper(folder, "check", "--config", config.toString(), "--routes",
                Lbkeeper.DISTRIBUTION.resolve("routes").toString())) {
            assertThat(check.awaitExit()).as(check.output()).isZero();
            assertThat(check.output()).isEqualTo("ok: " + config + " and the routes in "
                    + Lbkeeper.DISTRIBUTION.resolve("routes") + "\n");
        }
    }

    @Test
    void mistakesOfEachKindAreFoundTogetherAndNothingIsLeftBehind() throws Exception {
        Path config = Mistakes.copyInto(folder);
        Path routes = folder.resolve("routes");
        edit(config, "lb.domain=example.com", "lb.domain=example.com\nlb.state-dir=" + folder.resolve("state")
                + "\nlb.chek.fall=3");
        edit(routes.resolve("watch.camel.yaml"), "== 'TakeOver'", "== 'TakOver'");
        edit(routes.resolve("notify.camel.yaml"), "choice:", "choise:");
        edit(routes.resolve("kamelets/dns-route53-read-action.kamelet.yaml"), "aws2-route53:lbkeeper",
                "aws2-route35:lbkeeper");
        try (Lbkeeper check = new Lbkeeper(folder, "check", "--config", config.toString())) {
            assertThat(check.awaitExit()).as(check.output()).isEqualTo(1);
            assertThat(check.output()).contains("did you mean lb.check.fall?", "did you mean TakeOver?",
                    "did you mean choice?", "did you mean aws2-route53?").endsWith("4 problems\n");
        }
        assertThat(folder.resolve("state")).as("what a check writes").doesNotExist();
    }

    private static void edit(Path file, String was, String is) throws Exception {
        String text = Files.readString(file);
        assertThat(text).as("%s, which is to be edited", file).contains(was);
        Files.writeString(file, text.replace(was, is));
    }
}
