package io.lbkeeper.command;

import io.lbkeeper.check.Check;
import io.lbkeeper.check.Finding;
import io.lbkeeper.check.Findings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at settings, routes and kamelets before they run. */
@Command(name = "check",
        description = {"Looks at the settings, the routes and the kamelets, and tells everything that is wrong with "
                + "them at once, each as FILE:LINE: what, seen, suggestion. Nothing is asked over the network unless "
                + "--online says so, no route runs by itself, and nothing is written: it may be run beside the "
                + "service.",
                "What is marked as a warning may be meant so, and does not count."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is wrong, and was told",
                "2:bad usage: no such settings or routes",
                "3:nothing is wrong, but with --online something could not be asked"})
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions files;

    @Option(names = "--shown-as", paramLabel = "PATH=PATH", hidden = true)
    private Map<String, String> shownAs = new LinkedHashMap<>();

    @Mixin
    private OnlineOptions online;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException {
        RoutesFolder folder = files.folder();
        Path named = files.routes() == null ? folder.folder() : files.routes();
        Findings findings = new Check().of(files.config(), named, folder.providers(), folder.channels());
        PrintWriter out = spec.commandLine().getOut();
        findings.all().stream().map(Finding::toString).map(this::asOriginal).forEach(out::println);
        out.println(asOriginal(conclusion(findings, named)));
        int answer = findings.isGood() ? 0 : RootCommand.BROKEN;
        if (online.isWanted()) {
            answer = online.look(findings.isGood(), files.config(), folder, out);
        }
        out.flush();
        return answer;
    }

    private String conclusion(Findings findings, Path named) {
        String warnings = findings.warnings() == 0 ? "" : ", " + counted(findings.warnings(), "warning");
        return findings.isGood() ? "ok: " + files.config() + " and the routes in " + named + warnings
                : counted(findings.errors(), "problem") + warnings;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** A copy is looked at where somebody may write to the original meanwhile. */
    private String asOriginal(String line) {
        String told = line;
        for (Map.Entry<String, String> one : shownAs.entrySet()) {
            told = told.replace(one.getKey(), one.getValue());
        }
        return told;
    }
}
