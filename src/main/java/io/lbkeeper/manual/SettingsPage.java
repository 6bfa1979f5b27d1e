package io.lbkeeper.manual;

import java.util.List;
import java.util.Optional;

/** lbkeeper.properties(5): every setting with its default. */
public final class SettingsPage {
    private SettingsPage() {
    }

    /**
     * One setting.
     *
     * @param fallback absent where it must be set
     */
    public record Entry(String name, Optional<String> fallback, String allowed, String meaning) {
    }

    public static String of(List<Entry> settings, String version) {
        Roff page = new Roff("lbkeeper.properties", 5, version)
                .section("NAME").paragraph("lbkeeper.properties - the settings of lbkeeper")
                .section("SYNOPSIS").paragraph("`/etc/lbkeeper/lbkeeper.properties`")
                .section("DESCRIPTION")
                .paragraph("Lines of the form `key=value`; a line that begins with # is a comment. Durations have a "
                        + "unit: `500ms`, `5s`, `2m`, `1h`. A value may refer to an environment variable, "
                        + "`{{env:NAME}}`, or to the text in a file, `{{file:/path}}`. Keys that do not begin with "
                        + "`lb.` go on to Apache Camel and to your own routes as they are.")
                .paragraph("All problems are told at once when lbkeeper starts, with line, what was seen and what is "
                        + "allowed; it then ends with exit code 2. Required are:")
                .sample("lb.node=lb1\nlb.nodes=lb1,lb2\nlb.domain=example.com\nlb.service=lb.example.com\n"
                        + "lb.route53.zone-id=Z0123456789ABCDEFGHIJ")
                .section("SETTINGS");
        settings.forEach(setting -> page.entry(setting.name() + setting.fallback().map(text -> "=" + text).orElse(""),
                setting.meaning()).more((setting.fallback().isPresent() ? "" : "Required. ") + "Allowed: "
                        + setting.allowed() + "."));
        return page.section("SEE ALSO").paragraph("`lbkeeper`(8)").text();
    }
}
