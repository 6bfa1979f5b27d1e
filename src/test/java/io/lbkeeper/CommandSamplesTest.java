package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.lbkeeper.command.RootCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands that the pages tell people to type. */
class CommandSamplesTest {
    /** Programs of a Debian machine with a pair's packages; they are not run here. */
    private static final Set<String> OF_THE_SYSTEM = Set.of("apt-get", "aws", "cp", "curl", "dig", "export", "git",
            "grep", "head", "install", "jcmd", "journalctl", "mvn", "scp", "sed", "systemctl", "systemd-run",
            "useradd");
    /** What runs the rest of the line as the service does. */
    private static final String AS_THE_SERVICE = "runuser -u lbkeeper -- ";
    private static final Pattern PROMPT = Pattern.compile("[$#] (.+)");
    private static final Pattern EXEC = Pattern.compile("(?m)^ExecStart=(.+)$");
    private static final Pattern TEST_CLASS = Pattern.compile("-D(?:it\\.)?test=(\\w+)");
    private static final Pattern STORED_PATH = Pattern.compile("(?:src|routes|haproxy|integration-tests)/\\S+");

    @Test
    void everyCommandInASampleExists() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Page.Sample sample : Page.allSamples("console")) {
            List<String> typed = sample.text().lines().map(PROMPT::matcher).filter(line -> line.matches())
                    .map(line -> line.group(1)).toList();
            assertThat(typed).as("lines that begin with $ or # in %s", sample).isNotEmpty();
            commands.addAll(typed);
        }
        assertThat(commands).contains("bin/demo", "bin/test").hasSizeGreaterThan(15);
        commands.stream().flatMap(command -> Stream.of(command.split(" \\| "))).forEach(CommandSamplesTest::check);
    }

    @Test
    void everyCommandInTheTextExists() throws IOException {
        List<String> commands = Page.all().stream().flatMap(page -> page.code().stream())
                .filter(code -> code.startsWith("bin/") || code.startsWith("lbkeeper ")
                        || code.startsWith(AS_THE_SERVICE)).toList();
        assertThat(commands).hasSizeGreaterThan(5);
        commands.forEach(CommandSamplesTest::check);
    }

    @Test
    void theUnitStartsLbkeeperAsTheUserThatTheReadmeMakes() throws IOException {
        List<Page.Sample> units = Page.allSamples("ini");
        assertThat(units).hasSize(1);
        String unit = units.get(0).text();
        assertThat(EXEC.matcher(unit).results().map(exec -> exec.group(1))).hasSize(1).allSatisfy(
                CommandSamplesTest::check);
        assertThat(unit).contains("User=lbkeeper", "StateDirectory=lbkeeper");
        assertThat(Page.allSamples("console")).anyMatch(sample -> sample.text().matches(
                "(?s).*# useradd .*/var/lib/lbkeeper .* lbkeeper\n.*"));
    }

    private static void check(String command) {
        List<String> words = List.of(command.replaceFirst("^" + AS_THE_SERVICE, "").replaceFirst(
                "^/opt/lbkeeper/", "").replaceFirst("^lbkeeper ", "bin/lbkeeper ").split(" +"));
        String program = words.get(0);
        if (!program.startsWith("bin/")) {
            assertThat(OF_THE_SYSTEM).as("the program of: %s", command).contains(program);
        } else {
            assertThat(Files.isExecutable(Path.of(program))).as("%s is a program here", program).isTrue();
        }
        List<String> arguments = words.subList(1, words.size());
        switch (program) {
            case "bin/lbkeeper" -> parse(command, arguments);
            case "bin/demo" -> parse(command, Stream.concat(Stream.of("demo"), arguments.stream()).toList());
            default -> { }
        }
        arguments.stream().filter(word -> STORED_PATH.matcher(word).matches()).forEach(path -> assertThat(Path.of(path))
                .as("in: %s", command).exists());
        TEST_CLASS.matcher(command).results().map(found -> found.group(1)).filter(name -> !name.equals("none"))
                .forEach(name -> assertThat(sources()).as("in: %s", command).contains(name + ".java"));
    }

    private static void parse(String command, List<String> arguments) {
        assertThatNoException().as("bad usage: %s", command).isThrownBy(() -> new CommandLine(RootCommand.class)
                .parseArgs(arguments.toArray(String[]::new)));
    }

    private static List<String> sources() {
        try (Stream<Path> unit = Files.walk(Path.of("src/test/java"));
                Stream<Path> integration = Files.walk(Path.of("integration-tests"))) {
            return Stream.concat(unit, integration).map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
