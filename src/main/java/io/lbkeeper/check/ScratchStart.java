package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;

/**
 * Builds all routes and kamelets in a Camel in which none of them runs, one file after the other, so that each says
 * what keeps it from starting. It comes last: what has been found in a file already is not told again in Camel's words.
 */
final class ScratchStart {
    private static final int LEAST_CHARS = 4;

    private ScratchStart() {
    }

    static List<Finding> of(Subject subject, Findings before) {
        List<Finding> findings = new ArrayList<>();
        CamelContext camel = subject.bench().camel();
        subject.files().stream().filter(file -> !file.isKamelet() && !before.hasErrorIn(file.name())).forEach(file ->
                attempt(subject, before, file, findings, () -> PluginHelper.getRoutesLoader(camel).loadRoutes(
                        PluginHelper.getResourceLoader(camel).resolveResource("file:" + file.path().toAbsolutePath()
                                .normalize()))));
        Set<String> called = subject.endpoints().stream().flatMap(call -> call.target(subject.names()).stream())
                .collect(Collectors.toSet());
        subject.kamelets().filter(file -> !before.hasErrorIn(file.name()) && !called.contains("kamelet:" + file.stem())
                && !isUnset(subject, file))
                .forEach(file -> attempt(subject, before, file, findings, () -> alone(camel, file)));
        return findings;
    }

    /** One that needs a setting which is empty, because it is not in use, can't start and need not. */
    private static boolean isUnset(Subject subject, SourceFile kamelet) {
        return Sight.all(kamelet).stream().anyMatch(sight -> subject.names().needsEmpty(sight.text(), kamelet));
    }

    /** One that nobody calls with these settings. What its examples may be is for people, and no mistake. */
    private static void alone(CamelContext camel, SourceFile kamelet) {
        try {
            camel.getEndpoint("kamelet:" + kamelet.stem() + "/scratch" + query(kamelet)).start();
        } catch (RuntimeException e) {
            String why = Reasons.of(e);
            if (kamelet.parameters().values().stream().noneMatch(example -> why.contains("\"" + example + "\""))) {
                throw e;
            }
        }
    }

    private static String query(SourceFile kamelet) {
        return kamelet.parameters().entrySet().stream().map(one -> one.getKey() + "=RAW(" + one.getValue() + ")")
                .collect(Collectors.joining("&", "?", ""));
    }

    /** Something that Camel does and may refuse. */
    private interface Attempt {
        void run() throws Exception;
    }

    private static void attempt(Subject subject, Findings before, SourceFile file, List<Finding> findings,
            Attempt attempt) {
        Quiet.during(() -> {
            try {
                attempt.run();
            } catch (Exception e) {
                String whole = Reasons.whole(e);
                boolean isKnown = subject.kamelets().anyMatch(kamelet -> before.hasErrorIn(kamelet.name())
                        && whole.contains(kamelet.stem()));
                // A kamelet's route has its name and a number.
                SourceFile blamed = subject.kamelets().filter(kamelet -> whole.contains(kamelet.stem() + "-")
                        || whole.contains(kamelet.path().getFileName().toString())).findFirst().orElse(file);
                if (!isKnown && !before.hasErrorIn(blamed.name())) {
                    findings.add(Finding.error(blamed.at(line(blamed, whole)), "Camel does not start with this: "
                            + Reasons.of(e), "", "mend it, or restore the file"));
                }
            }
        });
    }

    /** Where the longest text stands that the message quotes. */
    private static int line(SourceFile file, String message) {
        return Sight.all(file).stream().filter(sight -> sight.text().length() >= LEAST_CHARS
                && message.contains(sight.text())).max(Comparator.comparingInt((Sight sight) -> sight.text().length()))
                .map(Sight::line).orElse(1);
    }
}
