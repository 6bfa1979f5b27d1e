package io.lbkeeper.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.service.LooseEnds;
import io.lbkeeper.service.Service;
import io.lbkeeper.service.Surroundings;
import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.apache.camel.main.Main;

/** What slips out of a hand: a line gone, a line twice, an indent, a letter. */
class RandomEditsTest {
    private static final int MOST = 1_000_000;
    private static final Check CHECK = new Check();

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void nothingMakesItThrowAndWhatItCallsGoodStarts(@ForAll @IntRange(max = MOST) int which,
            @ForAll @IntRange(max = MOST) int line, @ForAll @IntRange(max = 4) int how,
            @ForAll @IntRange(max = MOST) int letter) throws Exception {
        Path folder = Files.createTempDirectory("random-edits");
        try {
            Path config = Mistakes.copyInto(folder);
            String edit = edit(folder, which, line, how, letter);
            Findings findings = CHECK.of(config, folder.resolve("routes"), Set.of(),
                    Set.of("webhook", "slack", "mail", "command"));
            if (findings.isGood()) {
                assertThat(looseEnds(config, folder.resolve("routes"))).as("check calls %s good", edit).isEmpty();
            } else {
                assertThat(findings.all()).as("after %s", edit).allMatch(finding -> !finding.what().isBlank()
                        && !finding.toString().contains("\n"));
            }
        } finally {
            delete(folder);
        }
    }

    private static String edit(Path folder, int which, int line, int how, int letter) throws IOException {
        List<Path> files = files(folder);
        Path file = files.get(which % files.size());
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int at = line % lines.size();
        String was = lines.get(at);
        int cut = letter % (was.length() + 1);
        switch (how) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, was);
            case 2 -> lines.set(at, "  " + was);
            case 3 -> lines.set(at, was.replaceFirst("^ {2}", ""));
            default -> lines.set(at, was.substring(0, cut) + (cut < was.length() ? was.substring(cut + 1) : ""));
        }
        Files.write(file, lines);
        return "edit " + how + " of " + folder.relativize(file) + ":" + (at + 1) + ", which was <" + was + ">";
    }

    private static Optional<String> looseEnds(Path config, Path routes) throws Exception {
        Main main = Service.assemble(Settings.read(config, Set.of()), routes, Surroundings.ofThisMachine(
                Optional.empty()));
        main.addOverrideProperty("camel.main.autoStartup", "false");
        try {
            main.start();
            return LooseEnds.in(main.getCamelContext());
        } finally {
            main.stop();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
