package io.lbkeeper.manual;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** lbkeeper(8): every command with its options and exit codes. */
public final class CommandPage {
    private CommandPage() {
    }

    public static String of(CommandSpec root, String version) {
        Roff page = new Roff(root.name(), 8, version)
                .section("NAME").paragraph(root.name() + " - keeps a DNS name on a live load balancer")
                .section("SYNOPSIS").paragraph("`" + root.name() + "` COMMAND [OPTION]...")
                .section("DESCRIPTION").paragraph("lbkeeper runs beside HAProxy on each of two or more machines. They "
                        + "watch each other, and the DNS name that clients use is moved when the HAProxy or the whole "
                        + "machine that it points at is gone. `lbkeeper run` is the service, which systemd starts as "
                        + "`lbkeeper.service`; its log is in the journal: `journalctl -u lbkeeper`. The other commands "
                        + "are for the people who look after it.")
                .section("COMMANDS");
        visible(root).forEach(command -> describe(page, root.name(), command));
        page.section("OPTIONS OF EVERY COMMAND");
        common(root).forEach(option -> describe(page, option));
        page.section("EXIT STATUS")
                .entry("0", "It went well.")
                .entry("1", "The answer is no: a failed check, a broken promise.")
                .entry("2", "Bad usage, or bad settings or routes.")
                .entry("3", "It could not ask.")
                .section("FILES");
        files().forEach((file, meaning) -> page.entry(file, meaning));
        return page.section("SEE ALSO").paragraph("`lbkeeper.properties`(5), `haproxy`(1), `journalctl`(1), "
                + "`systemctl`(1)").text();
    }

    private static List<CommandSpec> visible(CommandSpec root) {
        return root.subcommands().values().stream().map(line -> line.getCommandSpec())
                .filter(command -> !command.usageMessage().hidden()).distinct().toList();
    }

    private static void describe(Roff page, String root, CommandSpec command) {
        List<OptionSpec> own = command.options().stream().filter(option -> !option.hidden() && !isCommon(option))
                .toList();
        page.part(command.name())
                .paragraph("`" + Stream.concat(Stream.of(root, command.name()), Stream.concat(own.stream()
                        .map(CommandPage::synopsis), command.positionalParameters().stream()
                        .map(PositionalParamSpec::paramLabel))).collect(Collectors.joining(" ")) + "`")
                .paragraph(words(command.usageMessage().description()));
        own.forEach(option -> describe(page, option));
        command.positionalParameters().stream().filter(word -> !word.hidden())
                .forEach(word -> page.entry(word.paramLabel(), words(word.description())));
        Map<String, String> exits = command.usageMessage().exitCodeList();
        if (exits != null && !exits.isEmpty()) {
            page.paragraph("Exit codes: " + exits.entrySet().stream().map(exit -> exit.getKey().strip() + " "
                    + exit.getValue().strip()).collect(Collectors.joining("; ")) + ".");
        }
        command.subcommands().values().stream().map(line -> line.getCommandSpec()).distinct()
                .forEach(below -> describe(page, root + " " + command.name(), below));
    }

    private static void describe(Roff page, OptionSpec option) {
        page.entry(String.join(", ", option.names()) + label(option), words(option.description()));
    }

    private static List<OptionSpec> common(CommandSpec root) {
        return root.options().stream().filter(CommandPage::isCommon).toList();
    }

    private static boolean isCommon(OptionSpec option) {
        return option.usageHelp() || option.versionHelp();
    }

    private static String synopsis(OptionSpec option) {
        String text = option.longestName() + label(option);
        return option.required() ? text : "[" + text + "]";
    }

    private static String label(ArgSpec option) {
        return option.arity().max() == 0 ? "" : " " + option.paramLabel();
    }

    private static String words(String[] lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%");
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("/etc/lbkeeper/lbkeeper.properties", "The settings, see `lbkeeper.properties`(5).");
        files.put("/etc/lbkeeper/routes", "Your own routes, if the folder is there: a copy of "
                + "/usr/share/lbkeeper/routes, edited. No upgrade touches it.");
        files.put("/etc/lbkeeper/credentials", "A file in it is for root alone; the service finds the file NAME as "
                + "/run/credentials/lbkeeper.service/secret_NAME.");
        files.put("/usr/share/lbkeeper/routes", "The routes as they are shipped.");
        files.put("/usr/share/lbkeeper/haproxy", "What each HAProxy includes, and how.");
        files.put("/var/lib/lbkeeper", "What lbkeeper keeps: requests of operators, the lock, the last decision. Safe "
                + "to delete while it is stopped.");
        return files;
    }
}
