package io.lbkeeper.command;

import io.lbkeeper.log.LogForm;
import io.lbkeeper.settings.Secrets;
import io.lbkeeper.settings.Settings;

/** The log's form as the settings have it. */
final class LogForms {
    private LogForms() {
    }

    static void apply(Settings settings) {
        new LogForm(settings.reporting().logFormat().equals("json"), settings.node(), settings.service(),
                Home.version(), Secrets.of(settings)::masked).apply();
    }
}
