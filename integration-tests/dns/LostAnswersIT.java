package dns;

import static org.assertj.core.api.Assertions.assertThat;

import dns.Writer.Outcome;
import dns.Writer.Records;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An update that was applied, and of which the writer was not told: it reads again, and its own nonce tells it. */
@Timeout(60)
class LostAnswersIT {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    @Test
    void bindHasAppliedIt() throws Exception {
        assertFoundAgain(new Bind(folder, Place.beside(), Zone.primary()));
    }

    @Test
    void knotHasAppliedIt() throws Exception {
        assertFoundAgain(new Knot(folder, Place.beside(), Zone.primary()));
    }

    @Test
    void powerdnsHasAppliedIt() throws Exception {
        assertFoundAgain(new Powerdns(folder, Place.beside(), Zone.primary()));
    }

    private static void assertFoundAgain(NameServerProcess server) throws Exception {
        try (server; LosingRelay relay = new LosingRelay(server.start().place());
                Writer writer = new Writer(relay.server(), server.key(), PATIENCE_MILLIS)) {
            Records first = Records.of(1);
            assertThat(writer.swap(Records.NONE, first)).as(server.story()).isEqualTo(Outcome.APPLIED);

            relay.lose(1);
            Records second = Records.of(2);
            assertThat(writer.swap(first, second)).as("of which the second try was refused; %s", server.story())
                    .isEqualTo(Outcome.IN_DOUBT);
            assertThat(relay.lost()).isEqualTo(1);
            assertThat(writer.read()).as("the own nonce; %s", server.story()).isEqualTo(second);

            relay.lose(ALL);
            Records third = Records.of(3);
            assertThat(writer.swap(second, third)).as("of which no answer came; %s", server.story())
                    .isEqualTo(Outcome.IN_DOUBT);
            relay.lose(0);
            assertThat(writer.read()).as("the own nonce; %s", server.story()).isEqualTo(third);
            assertThat(writer.swap(second, Records.of(4))).as("what another makes of it; %s", server.story())
                    .isEqualTo(Outcome.LOST);
        }
    }
}
