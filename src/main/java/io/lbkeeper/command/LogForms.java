package io.lbkeeper.command;

import io.lbkeeper.log.LogForm;
import io.lbkeeper.service.Version;
import io.lbkeeper.settings.Secrets;
import io.lbkeeper.settings.Settings;
import java.util.function.UnaryOperator;

/** The log's form as the settings have it. */
final class LogForms {
    private LogForms() {
    }

    static void apply(Settings settings) {
        apply(settings, Secrets.of(settings)::masked);
    }

    /** @param masked takes out the secrets, also those of settings that come later */
    static void apply(Settings settings, UnaryOperator<String> masked) {
        new LogForm(settings.reporting().logFormat().equals("json"), settings.node(), settings.service(),
                Version.current(), masked).apply();
    }
}
