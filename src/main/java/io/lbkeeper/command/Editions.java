package io.lbkeeper.command;

import io.lbkeeper.service.Running;
import io.lbkeeper.settings.Frozen;
import io.lbkeeper.settings.Secrets;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import io.lbkeeper.supervision.Edition;
import io.lbkeeper.supervision.Judge;
import io.lbkeeper.supervision.RefusedException;
import io.lbkeeper.supervision.Supervisor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes of edited files what takes the place of the service that runs, if they are good. */
public record Editions(Judge judge) implements Supervisor.Assembly<Running> {

    @Override
    public Running next(Edition edition, Running running) throws RefusedException, InterruptedException {
        Settings settings;
        try {
            settings = settings(edition);
        } catch (SettingsException | UsageException e) {
            throw new RefusedException(e.getMessage());
        }
        List<String> frozen = Frozen.differing(running.settings(), settings);
        if (!frozen.isEmpty()) {
            throw new RefusedException(edition.saved().settings() + ": " + String.join(", ", frozen)
                    + " can't change while lbkeeper runs; restart lbkeeper");
        }
        // The old secrets are in use for a moment yet, and the new ones from now on.
        Secrets old = Secrets.of(running.settings());
        Secrets fresh = Secrets.of(settings);
        UnaryOperator<String> masked = text -> old.masked(fresh.masked(text));
        LogForms.apply(running.settings(), masked);
        try {
            judge.judge(edition);
        } catch (RefusedException e) {
            // It goes into an alarm, too, and the other process knows the new secrets only.
            throw e.masked(masked);
        }
        LogForms.apply(settings, masked);
        return running.next(settings, edition.routes());
    }

    /** The settings of an edition; what is wrong with them is told of the operator's own file. */
    public static Settings settings(Edition edition) throws SettingsException, UsageException {
        return RoutesFolder.open(edition.routes()).read(edition.settings(), edition.saved().settings());
    }
}
