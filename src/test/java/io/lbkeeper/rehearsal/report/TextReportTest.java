package io.lbkeeper.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Powers;
import io.lbkeeper.rehearsal.PlainChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What an operator reads. After a wanted change of the report, of the world or of the decision, run once with
 * {@code -Drehearsals.write=true} and read the difference as an operator would.
 */
class TextReportTest {
    private static final Path EXPECTED = Path.of("src/test/resources/rehearsals");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final int COLUMNS = 120;

    @Test
    void aTableOfScenarios() throws Exception {
        assertTold("table.txt", report(Played.well(1, "owner-machine-off", "owner-haproxy-killed", "link-cut-120s",
                "one-way-cut", "both-dead-then-one", "ttl-edited-again-and-again", "deleted-by-human"), false));
    }

    @Test
    void aTimelineInFull() throws Exception {
        assertTold("link-cut.txt", report(Played.well(0, "link-cut-120s"), true));
    }

    @Test
    void aBrokenPromiseAndWhatLedToIt() throws Exception {
        assertTold("broken.txt", report(Played.badly(0, "owner-machine-off", "stats-403", "stats-503"), false));
    }

    @Test
    void whatADnsProviderCannotSurviveAndWhy() throws Exception {
        Results results = Played.with(new Powers(false, false), "owner-machine-off", "link-cut-120s", "lost-race",
                "both-start-together");
        assertThat(results.isGood()).isFalse();
        assertThat(results.broken()).isEmpty();
        assertTold("not-survived-told.txt", report(results, false));
    }

    @Test
    void whatPingsDoNotSeeAndWhatComesOfThat() throws Exception {
        Results results = Played.in(PlainChecks.pair("ping"), "owner-machine-off", "owner-haproxy-hung",
                "all-backends-down", "stranger-on-recycled-address");
        assertThat(results.isGood()).isFalse();
        assertThat(results.broken()).isEmpty();
        assertTold("not-seen-told.txt", report(results, false));
    }

    /** What such a provider could keep is broken all the same. */
    @Test
    void whatItCouldKeepIsBroken() throws Exception {
        Results results = Played.badly(0, "stats-403");
        List<Account> weak = results.accounts().stream().map(account -> new Account(account.name(), account.told(),
                account.schedule(), account.seed(), account.breaches(), account.trace(), account.history(),
                account.repeat(), Shortfall.of(new Powers(false, true)))).toList();
        String told = report(new Results(results.what(), 1, weak, results.took()), false);
        assertThat(told).contains("BROKEN: never-on-unknown", "1 of 1 BROKEN").doesNotContain("NOT SURVIVED");
    }

    /** An hour has hundreds of lines; what led to the breach is near it. */
    @Test
    void ofALongBrokenRunTheTimeAroundTheBreach() throws Exception {
        Results results = Played.hastily(6);
        assertThat(results.broken()).as("seed %s: hours with a breach", Played.SEED).isNotEmpty();
        for (Account broken : results.broken()) {
            List<Row> excerpt = Excerpt.of(broken);
            assertThat(excerpt).as(broken.name()).hasSizeLessThan(Timeline.of(broken).size())
                    .anyMatch(row -> row.sort() == Row.Sort.BREACH && row.at().equals(broken.breaches().get(0).at()));
            assertThat(excerpt.get(0).text()).as(broken.name()).contains("lines before this");
        }
    }

    @Test
    void noLineIsTooLongAndColoursChangeNoLetter() throws Exception {
        Results results = Played.badly(1, "owner-haproxy-killed-standby-agent-dead", "stats-garbage");
        String plain = report(results, true);
        assertThat(plain.lines()).allMatch(line -> line.length() <= COLUMNS, "at most " + COLUMNS + " columns")
                .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'), "what each terminal can show");
        String coloured = new TextReport(COLUMNS, true).of(results, true);
        assertThat(coloured).contains("\u001b[1;31mBROKEN").isNotEqualTo(plain);
        assertThat(COLOUR.matcher(coloured).replaceAll("")).isEqualTo(plain);
    }

    private static String report(Results results, boolean inFull) {
        return new TextReport(COLUMNS, false).of(results, inFull);
    }

    private static void assertTold(String file, String told) throws IOException {
        if (Boolean.getBoolean("rehearsals.write")) {
            Files.writeString(EXPECTED.resolve(file), told);
            return;
        }
        assertThat(told).as("%s, with seed %s", file, Played.SEED).isEqualTo(Files.readString(EXPECTED.resolve(file)));
    }
}
