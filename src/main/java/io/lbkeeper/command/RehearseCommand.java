package io.lbkeeper.command;

import io.lbkeeper.demo.Terminal;
import io.lbkeeper.rehearsal.report.Account;
import io.lbkeeper.rehearsal.report.Page;
import io.lbkeeper.rehearsal.report.Part;
import io.lbkeeper.rehearsal.report.Programme;
import io.lbkeeper.rehearsal.report.Results;
import io.lbkeeper.rehearsal.report.TextReport;
import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.settings.Nearest;
import io.lbkeeper.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The operator's routes and settings in a simulated world. */
@Command(name = "rehearse",
        description = {"Runs your routes, with your settings, in a simulated world in which things go wrong: machines "
                + "die, links are cut, the DNS provider's API fails, people edit records. Nothing real is touched.",
                "Tells what happened in each scenario, and shows step by step what led to a broken promise."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every promise was kept", "1:a promise was broken, and the timeline shows "
                + "where; or it can't be kept with this DNS provider or these checks, and the report says why",
                "2:bad usage, settings or routes"})
public final class RehearseCommand implements Callable<Integer> {
    private static final int WIDEST_COLUMNS = 120;
    private static final int MOST_HOURS = 100;
    private static final int MOST_TOLD_IN_FULL = 5;
    private static final int USUAL_HOURS = 1;

    @Parameters(paramLabel = "SCENARIO", arity = "0..*",
            description = "Plays these scenarios, and tells their timelines in full where they are five at most; "
                    + "random stands for --hours of random faults alone (default: all scenarios, and one hour of "
                    + "random faults).")
    private List<String> names = new ArrayList<>();

    @Mixin
    private RehearsedOptions rehearsed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Draws all that is left to chance; the same seed gives the same run (default: "
                    + "${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--hours", paramLabel = "H",
            description = "Simulated hours of random faults besides, each from a seed of its own (default: 1, or none "
                    + "where scenarios are named).")
    private Integer hours;

    @Option(names = "--html", paramLabel = "FILE",
            description = "Writes the report also as one page with pictures, which needs nothing else.")
    private Path html;

    @Option(names = "--list", description = "Names the scenarios, each with what happens in it, and ends.")
    private boolean list;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException, SettingsException, InterruptedException {
        if (list) {
            list();
            return 0;
        }
        judgeUsage();
        Rehearsed what = rehearsed.read();
        List<Part> parts = parts(what.cluster());
        PrintWriter out = spec.commandLine().getOut();
        what.told().forEach(out::println);
        out.println();
        out.flush();
        long begun = System.nanoTime();
        List<Account> accounts = what.play(parts, done -> tell(done, parts.size()));
        boolean inFull = !names.isEmpty() && parts.size() <= MOST_TOLD_IN_FULL;
        Results results = new Results(what.told(), seed, accounts, Duration.ofNanos(System.nanoTime() - begun));
        out.print(new TextReport(WIDEST_COLUMNS, Terminal.isColoured()).of(results, inFull));
        out.flush();
        if (html != null) {
            write(Page.of(results), out);
        }
        return results.isGood() ? 0 : RootCommand.BROKEN;
    }

    private void list() {
        List<Scenario> all = Catalogue.all(Cluster.ofDefaults(2));
        int width = all.stream().mapToInt(scenario -> scenario.name().length()).max().orElse(0);
        all.forEach(scenario -> spec.commandLine().getOut().println(String.format(Locale.ROOT, "%-" + width + "s  %s",
                scenario.name(), scenario.what())));
        spec.commandLine().getOut().flush();
    }

    /** Before anything runs, all that would be in vain. */
    private void judgeUsage() throws UsageException {
        if (hours != null && (hours < 1 || hours > MOST_HOURS)) {
            throw new UsageException("--hours " + hours + " is not 1 to " + MOST_HOURS + "; for more, run "
                    + "again with another --seed; for named scenarios alone, leave it out");
        }
        if (hours == null && names.contains(Programme.RANDOM)) {
            throw new UsageException(Programme.RANDOM + " needs to know how many hours: add --hours 1");
        }
        for (String name : names) {
            if (!name.equals(Programme.RANDOM) && Catalogue.find(name, Cluster.ofDefaults(2)).isEmpty()) {
                throw new UsageException(unknown(name));
            }
        }
        if (html != null) {
            judgePlace(html.toAbsolutePath());
        }
    }

    private static String unknown(String name) {
        List<String> known = new ArrayList<>(List.of(Programme.RANDOM));
        Catalogue.all(Cluster.ofDefaults(2)).forEach(scenario -> known.add(scenario.name()));
        return "there is no scenario " + name + Nearest.to(name, known).map(meant -> "; did you mean " + meant + "?")
                .orElse("") + " (--list names all of them)";
    }

    private static void judgePlace(Path file) throws UsageException {
        Path folder = file.getParent();
        String wrong = Files.isDirectory(file) ? "it is a folder"
                : folder == null || !Files.isDirectory(folder) ? "there is no folder " + folder
                : !Files.isWritable(Files.exists(file) ? file : folder) ? "this user may not write there" : "";
        if (!wrong.isEmpty()) {
            throw new UsageException("--html " + file + " can't be written: " + wrong + "; name another file");
        }
    }

    private List<Part> parts(Cluster cluster) {
        Programme programme = new Programme(cluster, seed, rehearsed.again());
        List<Scenario> all = Catalogue.all(cluster);
        all.stream().filter(scenario -> names.isEmpty() || names.contains(scenario.name())).forEach(programme::with);
        return programme.withRandomHours(hours != null ? hours : names.isEmpty() ? USUAL_HOURS : 0).parts();
    }

    private void tell(int done, int all) {
        if (Terminal.isThere()) {
            spec.commandLine().getErr().print(done < all ? "\r" + done + " of " + all + " " : "\r          \r");
            spec.commandLine().getErr().flush();
        }
    }

    private void write(String page, PrintWriter out) throws UsageException {
        try {
            Files.writeString(html, page);
            out.println("with pictures: " + html.toAbsolutePath().normalize());
            out.flush();
        } catch (IOException e) {
            throw new UsageException("--html " + html + " could not be written: " + e);
        }
    }
}
