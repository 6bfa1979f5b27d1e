package io.lbkeeper.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used. Its message is all problems, one a line. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    SettingsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
