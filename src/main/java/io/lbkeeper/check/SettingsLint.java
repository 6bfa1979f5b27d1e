package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;

/** Keys of Camel's own in the settings: whether they are known, and that they undo nothing. */
final class SettingsLint implements Inspection {
    private static final String COMPONENT = "camel.component.";
    /** Keys without blanks and dashes, in small letters, and why they stay as the service sets them. */
    private static final Map<String, String> NOT_TO_BE_SET = Map.of(
            "camel.main.routesincludepattern", "other routes would run than those that are looked at; use --routes",
            "camel.component.kamelet.location", "other kamelets would run than those that are looked at; use --routes",
            "camel.component.http.httpclientconfigurer", "no HTTP call would have a deadline as a whole",
            "camel.main.routesreloadenabled", "routes are taken up by lbkeeper itself, after a check");
    private static final Set<String> DEADLINES = Set.of("camel.component.http.responsetimeout",
            "camel.component.http.connecttimeout", "camel.component.http.sotimeout");

    private final Catalogue catalogue;

    SettingsLint(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Finding> of(Subject subject) {
        SettingsLines settings = SettingsLines.read(subject.config());
        List<Finding> findings = new ArrayList<>();
        settings.lines().keySet().stream().filter(key -> key.startsWith("camel.")).forEach(key -> findings.addAll(
                judge(settings.placeOf(key, subject.config()), key, settings.values().getOrDefault(key, ""))));
        if (findings.isEmpty() && subject.refusal().isPresent()) {
            findings.add(Finding.error(new Place(subject.config().toString(), 0), "Camel does not start with these "
                    + "settings: " + Reasons.of(subject.refusal().get()), "", "mend the keys that begin with camel."));
        }
        return findings;
    }

    private List<Finding> judge(Place place, String key, String value) {
        String plain = key.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
        if (plain.equals("camel.main.autostartup") && value.equals("false")) {
            return List.of(Finding.error(place, "no route would ever start", key + "=" + value, "take it out"));
        }
        if (NOT_TO_BE_SET.containsKey(plain)) {
            return List.of(Finding.error(place, key + " is not to be set: " + NOT_TO_BE_SET.get(plain), "", "take it "
                    + "out"));
        }
        if (DEADLINES.contains(plain) && Milliseconds.of(value).filter(millis -> millis <= 0).isPresent()) {
            return List.of(Finding.error(place, "HTTP calls without a deadline may hang for ever", key + "=" + value,
                    "write a duration such as 5s"));
        }
        return known(place, key, value);
    }

    private List<Finding> known(Place place, String key, String value) {
        ConfigurationPropertiesValidationResult result = catalogue.judgeSetting(key + "=" + value);
        if (!result.isAccepted() || result.isSuccess()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        String option = key.substring(key.lastIndexOf('.') + 1);
        if (result.getUnknownComponent() != null) {
            findings.add(Finding.error(place, "there is no component " + result.getUnknownComponent(), key,
                    Meant.by(result.getUnknownComponent(), catalogue.components(), "take it out")));
        } else if (result.getUnknown() != null) {
            findings.add(Finding.error(place, key + " is no setting of Camel's", key, Meant.by(option, options(key),
                    "take it out")));
        } else {
            // The value is not shown: it may be a secret.
            findings.add(Finding.error(place, key + " can't have the value that it has", "******", choices(result)));
        }
        return findings;
    }

    private Set<String> options(String key) {
        Set<String> options = new TreeSet<>();
        if (key.startsWith(COMPONENT)) {
            catalogue.componentOptions(key.substring(COMPONENT.length()).replaceFirst("\\..*", ""))
                    .forEach(options::add);
        } else {
            options.addAll(catalogue.mainOptions(key.substring(0, key.lastIndexOf('.') + 1)));
        }
        return options;
    }

    private static String choices(ConfigurationPropertiesValidationResult result) {
        return Optional.ofNullable(result.getInvalidEnum()).filter(wrong -> !wrong.isEmpty()).map(wrong -> "use one of "
                + String.join(", ", result.getEnumChoices(wrong.keySet().iterator().next())))
                .orElse(result.getInvalidBoolean() != null ? "write true or false" : result.getInvalidDuration() != null
                        ? "write a duration such as 5s" : "write a number");
    }
}
