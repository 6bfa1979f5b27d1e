package io.lbkeeper.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.referee.Referee;
import io.lbkeeper.rehearsal.scenario.Generator;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Planned;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** There are words for everything that can happen. */
class WordsTest {
    private static final List<String> RULES = List.of("BatchRules", "MoveRules", "Referee");
    private static final Path PAGE = Path.of("src/main/docs/rehearse.md");
    private static final int LONGEST_BRIEF_CHARS = 45;

    @Test
    void eachFaultHasWords() {
        Set<Fault> drawn = LongStream.range(0, 300).boxed()
                .flatMap(seed -> Generator.draw(Played.PAIR.nodes(), seed).faults().stream()).map(Planned::fault)
                .collect(Collectors.toSet());
        assertThat(drawn.stream().map(fault -> (Object) fault.getClass()).distinct())
                .as("kinds of faults that the generator draws")
                .containsExactlyInAnyOrder((Object[]) Fault.class.getPermittedSubclasses());
        for (Fault fault : drawn) {
            assertThat(FaultWords.brief(fault)).as("%s", fault).isNotBlank()
                    .hasSizeLessThanOrEqualTo(LONGEST_BRIEF_CHARS).doesNotContain("[");
            assertThat(FaultWords.where(fault)).as("%s", fault).isIn("lb1", "lb2", "network", "dns", "people");
            assertThat(FaultWords.begins(fault)).as("%s", fault).isNotBlank().doesNotContain("[")
                    .isNotEqualTo(FaultWords.heals(fault));
        }
    }

    /** By their names, since the rules keep them to themselves. */
    @Test
    void eachInvariantHasItsPromise() throws ReflectiveOperationException {
        Set<String> names = new TreeSet<>();
        for (String rules : RULES) {
            for (Field field : Class.forName(Referee.class.getPackageName() + "." + rules).getDeclaredFields()) {
                if (field.getType() == String.class) {
                    field.setAccessible(true);
                    names.add((String) field.get(null));
                }
            }
        }
        assertThat(names).as("invariants").hasSizeGreaterThan(8).allMatch(Promises::has);
    }

    /** With {@code -Drehearsals.write=true} the page is written anew. */
    @Test
    void thePageTellsAllPromises() throws IOException {
        String head = "| name | promise |\n|---|---|\n";
        String page = Files.readString(PAGE);
        String rows = Promises.all().entrySet().stream().map(promise -> "| `" + promise.getKey() + "` | "
                + promise.getValue() + " |\n").collect(Collectors.joining());
        if (Boolean.getBoolean("rehearsals.write")) {
            int begin = page.indexOf(head) + head.length();
            Files.writeString(PAGE, page.substring(0, begin) + rows + page.substring(page.indexOf("\n## ", begin)));
            return;
        }
        assertThat(page).contains(head + rows + "\n");
    }

    @Test
    void timesAreToldAsPeopleTellThem() {
        assertThat(Seconds.moment(Duration.ofMillis(62_349))).isEqualTo("1:02.3");
        assertThat(Seconds.moment(Duration.ofMillis(59_960))).isEqualTo("1:00.0");
        assertThat(Seconds.mark(Duration.ofSeconds(90))).isEqualTo("1:30");
        assertThat(Seconds.brief(Duration.ofMillis(250))).isEqualTo("250 ms");
        assertThat(Seconds.brief(Duration.ofMillis(2500))).isEqualTo("2.5 s");
        assertThat(Seconds.brief(Duration.ofMinutes(15))).isEqualTo("15 min");
        assertThat(Seconds.brief(Duration.ofSeconds(61))).isEqualTo("61 s");
    }

    @Test
    void anAxisHasAFewRoundMarks() {
        for (int seconds = 1; seconds < 4000; seconds += 7) {
            List<Duration> marks = new Scale(Duration.ofSeconds(seconds), 0, 100).marks();
            assertThat(marks).as("%s s", seconds).hasSizeBetween(2, 13);
        }
        assertThat(new Scale(Duration.ofMinutes(15), 0, 100).marks()).hasSize(8).contains(Duration.ofMinutes(14));
    }

    /** Three decisions of one kind are two lines; whatever is between begins anew. */
    @Test
    void aRowOfLikeDecisionsIsFolded() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        Played.well(4).accounts().forEach(account -> rows.addAll(Timeline.of(account)));
        assertThat(rows).anyMatch(row -> row.text().matches("\\(\\d+ more \\w+, the last: .*"));
        for (int i = 2; i < rows.size(); i++) {
            Row[] three = {rows.get(i - 2), rows.get(i - 1), rows.get(i)};
            assertThat(Arrays.stream(three).map(row -> row.where() + row.name() + row.sort()).distinct().count() == 1
                    && three[0].sort() == Row.Sort.DECISION).as("unfolded: %s", Arrays.toString(three)).isFalse();
        }
    }
}
