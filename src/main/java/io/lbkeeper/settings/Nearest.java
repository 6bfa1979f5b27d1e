package io.lbkeeper.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which name was meant, by the least number of letters to change. */
public final class Nearest {
    private static final int LONGEST_CHARS = 100;
    private static final int CHARS_FOR_ONE_CHANGE = 5;

    private Nearest() {
    }

    public static Optional<String> to(String written, Collection<String> names) {
        if (written.length() > LONGEST_CHARS) {
            return Optional.empty();
        }
        int most = Math.max(2, written.length() / CHARS_FOR_ONE_CHANGE);
        return names.stream().filter(name -> changes(written, name) <= most)
                .min(Comparator.comparingInt(name -> changes(written, name)));
    }

    /** Levenshtein's distance, kept in one row. */
    static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
