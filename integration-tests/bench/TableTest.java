package bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

/** What the bench makes of its samples. */
class TableTest {
    private final Results results = new Results();

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(3, 1, 9, 4));
        assertThat(Spread.of(List.of(7.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 7, 3));
    }

    @Test
    void aCellIsAMedianWithLeastAndMostAndTheRatioToItsOwnFloor() {
        add("lbkeeper", Line.KILL_3, 2.0, 2.5, 4.0);
        // Its least interval is two seconds, and so its floor twice as high.
        add("gdnsd", Line.KILL_3, 6.0);
        assertThat(line(Line.KILL_3)).isEqualTo("| HAProxy killed, fall 3, s | 2.50 (2.00 to 4.00) ×1.00 | 6.00 ×1.20 |"
                + " - | 0.42 |");
    }

    @Test
    void whereNothingAnswersTheTimeOutBelongsToTheFloor() {
        add("lbkeeper", Line.HANG_1, 1.4);
        add("PowerDNS", Line.HANG_1, 1.5);
        assertThat(line(Line.HANG_1)).contains("| 1.40 ×1.00 |", "| 1.50 ×1.00 |");
    }

    @Test
    void aContenderThatKnowsNoOtherFallHasTheFloorOfItsOwn() {
        add("PowerDNS", Line.KILL_5S, 2.5);
        assertThat(line(Line.KILL_5S)).contains("| 2.50 ×1.00 |");
    }

    @Test
    void theBestOtherIsTheLeastMedianOfThose() {
        add("lbkeeper", Line.RSS, 60);
        add("gdnsd", Line.RSS, 3, 100, 200);
        add("PowerDNS", Line.RSS, 40);
        assertThat(line(Line.RSS)).endsWith("| 1.50 |");
    }

    @Test
    void whatCouldNotBeHadIsToldInItsCell() {
        add("lbkeeper", Line.HANG_3, 3.4);
        results.fail("gdnsd", Line.HANG_3, "a new answer not within 9.0 s");
        results.fail("gdnsd", Line.HANG_3, "another reason");
        results.fail("PowerDNS", Line.HANG_3, "knows fall 1 only");
        assertThat(line(Line.HANG_3)).contains("| 2 of 2: a new answer not within 9.0 s | knows fall 1 only |")
                .endsWith("| - |");
    }

    @Test
    void countsAreToldOneByOneWithWhatThereIsToSayOfThem() {
        add("lbkeeper", Line.CUT, 0);
        add("gdnsd", Line.CUT, 1, 2);
        results.note("gdnsd", Line.CUT, "the two servers answer differently");
        results.note("gdnsd", Line.CUT, "stuck");
        results.note("gdnsd", Line.CUT, "stuck");
        assertThat(line(Line.CUT)).contains("| 0 | 1, 2 (the two servers answer differently) (stuck, 2 times) |");
    }

    @Test
    void linesOfWhichNothingWasMeasuredAreLeftOut() {
        add("lbkeeper", Line.START, 1);
        assertThat(table()).hasLineCount(3).doesNotContain(Line.RSS.label);
    }

    @Test
    void theTimeOfChildrenThatHaveEndedCounts() {
        String stat = "17 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 100 20 3000 400 20 0";
        assertThat(Usage.millis(stat, Usage.USER_TIME)).isEqualTo(1200);
        assertThat(Usage.millis(stat, Usage.CHILDREN_USER_TIME)).isEqualTo(34_000);
    }

    @Test
    void onlyChangesOfTheAnswerBetweenTwoMomentsCount() {
        Answers answers = Answers.of(List.of(Prober.READY, "10 none:NXDOMAIN", "20 10.0.1.10", "30 10.0.2.10",
                "40 10.0.1.10"));
        assertThat(answers.now()).isEqualTo("10.0.1.10");
        assertThat(answers.between(20, 35)).containsExactly("10.0.2.10");
        assertThat(answers.firstAfter(20, "10.0.1.10")).hasValue(40);
        assertThat(answers.firstAfter(30, "10.0.2.10")).isEmpty();
    }

    @Test
    void theTableOfAPageIsReplacedAndTheRestStays(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "before\n<!-- bench: written by bin/bench peers"
                + " --write -->\nold\n<!-- bench: end -->\nafter\n");
        Bench bench = new Bench(options("--only", "lbkeeper", "--seed", "7"));
        bench.results.add("lbkeeper", Line.START, 1.25);
        new Report(bench).writeInto(page);
        assertThat(page).content().startsWith("before\n<!--").endsWith("| 1.25 | - |\n<!-- bench: end -->\nafter\n")
                .contains("seed 7").doesNotContain("old");
        Path bare = Files.writeString(folder.resolve("bare.md"), "nothing\n");
        assertThatThrownBy(() -> new Report(bench).writeInto(bare)).hasMessageContaining("markers");
    }

    @Test
    void whatIsNotKnownIsAnError() {
        assertThat(options("--faults", "rest,cut").lines()).containsExactly(Line.RSS, Line.PSS, Line.CPU_HOLDER,
                Line.CPU_OTHER, Line.CUT, Line.AFTER_CUT);
        assertThatThrownBy(() -> options("--only", "lbkeeper,heartbeat")).isInstanceOf(ParameterException.class)
                .hasMessageContainingAll("heartbeat", "gdnsd");
        assertThatThrownBy(() -> options("--rounds", "0")).isInstanceOf(ParameterException.class);
    }

    static Options options(String... arguments) {
        Options options = new Options();
        Options.commandLine(options).parseArgs(arguments);
        options.judge();
        return options;
    }

    private void add(String contender, Line line, double... samples) {
        for (double sample : samples) {
            results.add(contender, line, sample);
        }
    }

    private String table() {
        return new Table(results, List.of(new LbkeeperContender(), new GdnsdContender(), new PowerdnsContender()))
                .markdown();
    }

    private String line(Line line) {
        return table().lines().filter(text -> text.startsWith("| " + line.label)).findFirst().orElseThrow();
    }
}
