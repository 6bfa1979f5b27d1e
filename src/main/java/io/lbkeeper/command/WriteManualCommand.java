package io.lbkeeper.command;

import io.lbkeeper.manual.CommandPage;
import io.lbkeeper.manual.SettingsPage;
import io.lbkeeper.service.Version;
import io.lbkeeper.settings.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a package holds besides the program: its manual pages, and how a shell completes its command lines. */
@Command(name = "write-manual", hidden = true,
        description = "Writes the manual pages and the completion for bash; for packages.")
final class WriteManualCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Where to; it is made if it is not there.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        CommandSpec root = spec.root();
        String version = "lbkeeper " + Version.current();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lbkeeper.8"), CommandPage.of(root, version));
        Files.writeString(folder.resolve("lbkeeper.properties.5"), SettingsPage.of(Reference.all().stream()
                .map(setting -> new SettingsPage.Entry(setting.name(), setting.fallback(), setting.allowed(),
                        setting.meaning())).toList(), version));
        Files.writeString(folder.resolve("lbkeeper.bash"), AutoComplete.bash(root.name(), root.commandLine()));
        return 0;
    }
}
