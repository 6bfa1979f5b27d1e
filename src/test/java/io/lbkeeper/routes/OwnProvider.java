package io.lbkeeper.routes;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Body;

/** A DNS provider of an operator's own, {@code lb.dns=mine}: a pair of kamelets in a folder, and a bean they call. */
public final class OwnProvider {
    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: dns-mine-%1$s-action
              labels:
                camel.apache.org/kamelet.type: action
            spec:
              definition:
                title: An operator's own
                description: For tests.
                type: object
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - bean:
                        ref: mine
                        method: %1$s
            """;

    final List<List<String>> asked = new CopyOnWriteArrayList<>();
    final List<Change> changes = new CopyOnWriteArrayList<>();
    volatile Answer<List<RecordSet>> answer = Answer.value(List.of());
    /** Whether a change shows in the next answer. */
    volatile boolean keeps;
    volatile Outcome outcome = new Outcome.Applied("C1");

    /** Writes the pair of kamelets. */
    static Path writeKamelets(Path folder) {
        try {
            for (String part : List.of("read", "change")) {
                Files.writeString(folder.resolve("dns-mine-" + part + "-action.kamelet.yaml"), KAMELET.formatted(part));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer<List<RecordSet>> read(@Body List<String> names) {
        asked.add(names);
        return answer;
    }

    public Outcome change(@Body Change change) {
        changes.add(change);
        if (keeps) {
            List<RecordSet> now = new ArrayList<>(answer.found().orElseThrow());
            now.removeAll(change.expected());
            now.addAll(change.desired());
            answer = Answer.value(now);
        }
        return outcome;
    }
}
