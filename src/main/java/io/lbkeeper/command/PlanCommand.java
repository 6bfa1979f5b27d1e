package io.lbkeeper.command;

import io.lbkeeper.cycle.Ear;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.service.FirstLook;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the service would do, without doing it. */
@Command(name = "plan", description = {"Looks at everything once, as the service does, and says what it would do: the "
        + "observation, the decision and its reason, and the change of records.",
        "It changes nothing, takes no lock, needs no right to change records, and disturbs no service beside it."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:a plan was made", "1:a plan was made, and it is an alarm", "2:bad usage, settings or routes",
                "3:the records could not be read"})
public final class PlanCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException, SettingsException {
        RoutesFolder folder = options.folder();
        Settings settings = options.settings(folder);
        FirstLook.Seen seen;
        try (FirstLook look = ConfigOptions.load(settings, folder, Ear.DEAF)) {
            seen = look.look();
        }
        PrintWriter out = spec.commandLine().getOut();
        PlanText.lines(seen, settings).forEach(out::println);
        out.flush();
        if (seen.observation().records() instanceof Answer.CouldNotAsk) {
            return RootCommand.COULD_NOT_ASK;
        }
        return seen.decision().isAlarm() ? RootCommand.BROKEN : 0;
    }
}
